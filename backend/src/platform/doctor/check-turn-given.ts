import { createElement } from "ltx";
import { mintCallToken } from "../calls/mint-call-token.js";
import type { TokenTrial } from "./check-token.js";
import { tryRelayWith } from "./check-turn.js";
import { doctorsRoom } from "./doctors-room.js";
import { enterProsody } from "./enter-prosody.js";
import { type Finding, fault, notChecked, ok } from "./finding.js";

type Given = { trial: TokenTrial; name: string };

const again =
  "Prosody runs with earlier settings than .env has: docker compose up -d prosody; if that does not help: appliance/configure --rotate turn_credentials.";

/** Whether coturn takes what Prosody gives each page (XEP-0215): its own name, and credentials by the same secret. */
export async function checkTurnGiven({ trial, name }: Given): Promise<Finding> {
  const { entrances, settings, now } = trial;
  const token = await mintCallToken(
    settings,
    { userId: "doctor", name: "Doctor", role: "citizen" },
    doctorsRoom(),
    now,
  );
  const { entry } = await enterProsody(entrances, token);
  if (entry.outcome !== "let_in") return notChecked("nobody could enter: see token");
  const question = createElement("services", { xmlns: "urn:xmpp:extdisco:2" });
  const answer = await entry.session.ask(entrances.domain, "get", question).finally(entry.session.close);
  const services = answer.getChild("services")?.getChildren("service") ?? [];
  const given = services.find(({ attrs }) => attrs["type"] === "turn" && attrs["transport"] === "udp")?.attrs;
  if (!given) return fault("Prosody gives pages no TURN server", again);
  if (given["host"] !== name)
    return fault(`Prosody sends pages to ${given["host"]} for TURN, and not to ${name}`, again);
  const credentials = { username: String(given["username"]), password: String(given["password"]) };
  const relay = await tryRelayWith(credentials, name, Number(given["port"]));
  if (relay.state === "ok") return ok(`coturn takes the credentials that Prosody gives pages`);
  return /refuses our credentials/.test(relay.seen)
    ? fault("coturn refuses the credentials that Prosody gives pages", again)
    : relay;
}
