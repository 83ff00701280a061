// Stands in for the telephone gateway: registers its SIP account, waits in the brewery, answers jicofo's dials and sits in the room as
// a phone does. There is no telephone: see phone-leg.ts for who answers.
import { randomBytes } from "node:crypto";
import { type Element, xml } from "@xmpp/client";
import { answerHealth } from "./answer-health.ts";
import { startPhoneLeg } from "./phone-leg.ts";
import { announce, breweryOf, refusal, required, roomOf, serveXmpp } from "./serve-xmpp.ts";
import { keepRegistered } from "./sip-account.ts";

const RAYO = "urn:xmpp:rayo:1";
const password = required("JIGASI_XMPP_PASSWORD");
const nick = randomBytes(4).toString("hex");
const legs = new Set<string>();
const sip = keepRegistered(
  { uri: required("JIGASI_SIP_URI"), password: required("JIGASI_SIP_PASSWORD") },
  required("JIGASI_SIP_SERVER"),
  Number(required("JIGASI_SIP_PORT")),
);
/** Source: jigasi health/Health.java. */
answerHealth(8788, () => (sip.isRegistered() ? undefined : "GW not ready."));

await serveXmpp({ username: "jigasi", password, resource: nick }, async (xmpp) => {
  xmpp.iqCallee.set(RAYO, "dial", ({ from, element }) =>
    roomOf(String(from)) === breweryOf("jigasi") ? dial(element) : refusal("auth", "not-allowed"),
  );
  const tell = () =>
    announce(xmpp, `${breweryOf("jigasi")}/${nick}`, {
      ...{ supports_sip: true, supports_transcription: false, graceful_shutdown: false },
      ...{ participants: legs.size, stress_level: legs.size / 100 },
    });
  await tell();
  const repetition = setInterval(() => void tell().catch(() => undefined), 5_000);
  xmpp.on("disconnect", () => clearInterval(repetition));
});

/** …3 is answered by an error, …4 by nothing. */
async function dial(asked: Element): Promise<Element> {
  const number = asked.attrs["to"] ?? "";
  if (number.endsWith("4")) return new Promise(() => {});
  if (number.endsWith("3")) return refusal("cancel", "internal-server-error");
  const headers = Object.fromEntries(
    asked.getChildren("header").map(({ attrs }) => [attrs["name"] ?? "", attrs["value"] ?? ""]),
  );
  const { JvbRoomName: room = "", JvbRoomPassword: _, ...others } = headers;
  const leg = await startPhoneLeg({ room, number, headers: others, password });
  legs.add(leg.occupant);
  void leg.end.then(() => legs.delete(leg.occupant));
  return xml("ref", { xmlns: RAYO, uri: `xmpp:${leg.occupant}` });
}
