import { randomUUID } from "node:crypto";
import { type Element, xml } from "@xmpp/client";

const GROUPING = "urn:xmpp:jingle:apps:grouping:0";
const RTP = "urn:xmpp:jingle:apps:rtp:1";

/** jicofo's offer (XEP-0166), with the bridge's transport once for sound and once for picture. */
export function buildOffer(transport: Element): Element {
  const contents = [
    content("audio", { id: "111", name: "opus", clockrate: "48000", channels: "2" }, transport),
    content("video", { id: "100", name: "VP8", clockrate: "90000" }, transport),
  ];
  const group = xml(
    "group",
    { xmlns: GROUPING, semantics: "BUNDLE" },
    ...contents.map(({ attrs }) => xml("content", { name: attrs["name"] })),
  );
  const head = { xmlns: "urn:xmpp:jingle:1", action: "session-initiate", initiator: "focus@auth.meet.jitsi/focus" };
  return xml("jingle", { ...head, sid: randomUUID() }, ...contents, group);
}

const content = (media: string, payload: Record<string, string>, transport: Element) =>
  xml(
    "content",
    { creator: "initiator", name: media, senders: "both" },
    xml("description", { xmlns: RTP, media }, xml("payload-type", payload), xml("rtcp-mux")),
    transport,
  );
