import { randomBytes } from "node:crypto";
import type { Element } from "ltx";
import { byUdp } from "./ask-stun.js";
import { attribute, encodeStun, stun } from "./stun-message.js";

export type MediaCandidate = { ip: string; port: number; type: string; ufrag: string; password: string };
export type MediaAnswer = { ip: string; port: number; hasAnswered: boolean };

/** Where the bridge says that it can be reached by UDP, in jicofo's offer (XEP-0176). */
export function mediaCandidatesIn(offer: Element): MediaCandidate[] {
  const transports =
    offer
      .getChild("jingle")
      ?.getChildren("content")
      .flatMap((content) => content.getChildren("transport")) ?? [];
  const all = transports.flatMap((transport) =>
    transport
      .getChildren("candidate")
      .filter(({ attrs }) => attrs["protocol"] === "udp")
      .map(({ attrs }) => ({
        ip: String(attrs["ip"]),
        port: Number(attrs["port"]),
        type: String(attrs["type"]),
        ufrag: String(transport.attrs["ufrag"]),
        password: String(transport.attrs["pwd"]),
      })),
  );
  // One transport serves sound and picture, and stands in the offer once for each.
  return all.filter((one, place) => all.findIndex(({ ip, port }) => ip === one.ip && port === one.port) === place);
}

/** Knocks at each as a browser does first (ICE, RFC 8445): with the names and the password of the offer the bridge answers, to others not. */
export const knockAtMedia = (candidates: MediaCandidate[]): Promise<MediaAnswer[]> =>
  Promise.all(candidates.map(knock));

async function knock({ ip, port, ufrag, password }: MediaCandidate): Promise<MediaAnswer> {
  const priority = Buffer.alloc(4);
  priority.writeUInt32BE(1_853_824_767);
  const question = encodeStun(
    stun.bindingRequest,
    [
      [attribute.username, Buffer.from(`${ufrag}:doctor`)],
      [attribute.iceControlling, randomBytes(8)],
      [attribute.priority, priority],
    ],
    password,
  );
  try {
    const way = await byUdp(ip, port);
    const answer = await way.ask(question).finally(way.close);
    return { ip, port, hasAnswered: answer.type === stun.bindingSuccess };
  } catch {
    return { ip, port, hasAnswered: false };
  }
}
