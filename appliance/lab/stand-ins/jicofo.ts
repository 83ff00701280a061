// Stands in for jicofo: opens the rooms that are asked for, has people offered a call by a bridge, and passes telephone calls on to
// a gateway. It talks to Prosody, bridge and gateway as the real one does; a conference stays on the bridge it began with, no more.
import { type Client, type Element, xml } from "@xmpp/client";
import { answerHealth } from "./answer-health.ts";
import { type Brewery, watchBrewery } from "./brewery.ts";
import { type Conference, startConference } from "./conference.ts";
import { breweryOf, nickOf, refusal, required, roomOf, serveXmpp } from "./serve-xmpp.ts";

const FOCUS = "http://jitsi.org/protocol/focus";
const RAYO = "urn:xmpp:rayo:1";
/** How long an empty room waits for its first person. */
const initialTimeoutMs = 15_000;

let bridges: Brewery | undefined;
/** Source: jicofo health/JicofoHealthChecker.kt. */
answerHealth(8888, () => (bridges?.count() ? undefined : "No operational bridges available (total bridge count: 0)"));
const account = { username: "focus", password: required("JICOFO_AUTH_PASSWORD"), resource: "focus" };
await serveXmpp(account, async (xmpp) => {
  const conferences = new Map<string, Conference>();
  const inviteAll = () => {
    for (const conference of conferences.values()) conference.inviteAll();
  };
  bridges = watchBrewery(xmpp, breweryOf("jvb"), "stress_level", inviteAll);
  const gateways = watchBrewery(xmpp, breweryOf("jigasi"), "participants");
  watchRooms(xmpp, conferences);
  openRooms(xmpp, conferences, bridges);
  passDials(xmpp, conferences, gateways);
  xmpp.on("disconnect", () => {
    bridges = undefined;
  });
  await xmpp.send(xml("presence"));
  await bridges.enter();
  await gateways.enter();
});

function watchRooms(xmpp: Client, conferences: Map<string, Conference>): void {
  xmpp.on("stanza", (stanza) => {
    const from = stanza.attrs["from"] ?? "";
    const room = roomOf(from);
    const conference = conferences.get(room);
    if (!conference || !stanza.is("presence")) return;
    conference.see(stanza);
    if (stanza.attrs["type"] !== "unavailable") return;
    // The room was ended, or its last person went.
    if (nickOf(from) === "focus") conferences.delete(room);
    else if (conference.isEmpty()) void close(room, conferences);
  });
}

async function close(room: string, conferences: Map<string, Conference>): Promise<void> {
  const conference = conferences.get(room);
  conferences.delete(room);
  await conference?.leave().catch(() => undefined);
}

function openRooms(xmpp: Client, conferences: Map<string, Conference>, bridges: Brewery): void {
  xmpp.iqCallee.set(FOCUS, "conference", async ({ element }) => {
    const room = (element.attrs["room"] ?? "").toLowerCase();
    if (!conferences.has(room)) {
      const conference = startConference(xmpp, room, bridges);
      conferences.set(room, conference);
      try {
        await conference.enter();
      } catch (fault) {
        console.error(`cannot open a room: ${fault}`);
        conferences.delete(room);
        return refusal("cancel", "service-unavailable");
      }
      const closeIfEmpty = () =>
        conferences.get(room) === conference && conference.isEmpty() && close(room, conferences);
      setTimeout(closeIfEmpty, initialTimeoutMs);
    }
    const property = (name: string, value: boolean) => xml("property", { name, value: String(value) });
    return xml(
      "conference",
      { xmlns: FOCUS, ready: "true", focusjid: "focus@auth.meet.jitsi", room },
      property("authentication", false),
      property("sipGatewayEnabled", Boolean(process.env["JIGASI_SIP_URI"])),
    );
  });
}

/** Source: jicofo JigasiIqHandler.kt. */
function passDials(xmpp: Client, conferences: Map<string, Conference>, gateways: Brewery): void {
  xmpp.iqCallee.set(RAYO, "dial", async ({ from, element }) => {
    const room = roomOf(String(from));
    const conference = conferences.get(room);
    if (!conference) return refusal("cancel", "item-not-found");
    if (conference.roleOf(nickOf(String(from))) !== "moderator" || roomIn(element) !== room)
      return refusal("auth", "forbidden");
    const gateway = gateways.pick();
    if (!gateway) return refusal("cancel", "service-unavailable");
    const dial = xml("iq", { type: "set", to: gateway }, xml("dial", element.attrs, ...element.children));
    const answer = await xmpp.iqCaller.request(dial, 15_000).catch((fault: Error) => fault);
    if (!(answer instanceof Error)) return answer.getChild("ref", RAYO) ?? refusal("cancel", "undefined-condition");
    return refusal("cancel", answer.name === "TimeoutError" ? "remote-server-timeout" : "undefined-condition");
  });
}

function roomIn(dial: Element): string | undefined {
  return dial.getChildren("header").find(({ attrs }) => attrs["name"] === "JvbRoomName")?.attrs["value"];
}
