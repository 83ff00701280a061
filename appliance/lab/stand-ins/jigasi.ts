// Stands in for the telephone gateway: registers its SIP account, waits in the brewery, answers dials and sits in the room as a phone
// does, once jicofo has offered the bridge. There is no telephone: see fate.ts for who answers.
import { randomBytes } from "node:crypto";
import { answerHealth } from "./answer-health.ts";
import { serveDials } from "./gateway.ts";
import { breweryOf, required, serveXmpp } from "./serve-xmpp.ts";
import { keepRegistered } from "./sip-account.ts";

const account = { username: "jigasi", password: required("JIGASI_XMPP_PASSWORD") };
const nick = randomBytes(4).toString("hex");
const sip = keepRegistered(
  { uri: required("JIGASI_SIP_URI"), password: required("JIGASI_SIP_PASSWORD") },
  required("JIGASI_SIP_SERVER"),
  Number(required("JIGASI_SIP_PORT")),
);
/** Source: jigasi health/Health.java. */
answerHealth(8788, () => (sip.isRegistered() ? undefined : "GW not ready."));

await serveXmpp({ ...account, resource: nick }, async (xmpp) => {
  const ringing = { begins: "offer", ringMs: 500, lingerMs: 5_000 } as const;
  const gateway = serveDials(xmpp, nick, { account, ...ringing, lateMs: 15_000, brewery: breweryOf("jigasi") });
  // Not until they know: a connection that ends meanwhile would be waited for forever.
  void gateway.say({}).catch(() => undefined);
});
