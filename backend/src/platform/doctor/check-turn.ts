import { createHash } from "node:crypto";
import { makeTurnCredentials, type TurnCredentials } from "../calls/turn-credentials.js";
import { byTls, byUdp, type StunWay } from "./ask-stun.js";
import { codeOf, describeFailure, explainConnection } from "./describe-failure.js";
import { type Finding, fault, ok, warning } from "./finding.js";
import {
  type Attributes,
  addressIn,
  attribute,
  encodeStun,
  errorCodeOf,
  type StunMessage,
  stun,
} from "./stun-message.js";

type Turn = { name: string; credentials: string; now: Date };

/** A relay by UDP on 3478, as a browser takes one. */
export const checkTurnByUdp = (turn: Turn & { port: number }): Promise<Finding> =>
  tryRelay(turn.name, credentialsFor(turn), `UDP ${turn.port}`, () => byUdp(turn.name, turn.port), udpAway(turn.port));

/** A relay by TLS on 443, told from pages by its name: for networks that let nothing else through. */
export const checkTurnByTls = (turn: Turn & { port: number; host?: string }): Promise<Finding> =>
  tryRelay(
    turn.name,
    credentialsFor(turn),
    `TLS ${turn.port}`,
    () => byTls(turn.host ?? turn.name, turn.port, turn.name),
    tlsAway,
  );

/** A relay with a name and a password that somebody else made. */
export const tryRelayWith = (credentials: TurnCredentials, name: string, port: number): Promise<Finding> =>
  tryRelay(name, credentials, `UDP ${port}`, () => byUdp(name, port), udpAway(port));

const udpAway = (port: number) =>
  `See that coturn runs (docker compose ps coturn) and that firewalls let UDP ${port} through; a router that does not lead inside traffic back in looks the same from here: try from outside.`;
const tlsAway =
  "See that router and coturn run, that TURN's name has a certificate (docker compose logs turn-certificate), and that TCP 443 reaches this server undecrypted.";

async function tryRelay(
  name: string,
  credentials: TurnCredentials,
  way: string,
  open: () => Promise<StunWay>,
  mend: string,
): Promise<Finding> {
  let server: StunWay | undefined;
  try {
    server = await open();
    const greeting = await server.ask(encodeStun(stun.bindingRequest, []));
    const seenAs = addressIn(greeting.attributes.get(attribute.xorMappedAddress));
    return judge(await takeRelay(server, credentials), `TURN at ${name} by ${way}`, seenAs);
  } catch (failure) {
    // A closed UDP port may tell so at once.
    const state = codeOf(failure) === "ETIMEDOUT" && way.startsWith("UDP") ? warning : fault;
    return state(`TURN at ${name} by ${way}: ${explainConnection(failure) ?? describeFailure(failure)}`, mend);
  } finally {
    server?.close();
  }
}

const credentialsFor = ({ credentials: secret, now }: Turn) => makeTurnCredentials(secret, "doctor", 300, now);

/** Asks, is told realm and nonce, asks again with the password, and gives the relay back. */
async function takeRelay(server: StunWay, { username, password }: TurnCredentials): Promise<StunMessage> {
  const wanted: Attributes = [[attribute.requestedTransport, Buffer.from([17, 0, 0, 0])]];
  const challenge = await server.ask(encodeStun(stun.allocateRequest, wanted));
  const realm = challenge.attributes.get(attribute.realm);
  const nonce = challenge.attributes.get(attribute.nonce);
  if (!realm || !nonce) return challenge;
  const key = createHash("md5").update(`${username}:${realm}:${password}`).digest();
  const who: Attributes = [
    [attribute.username, Buffer.from(username)],
    [attribute.realm, realm],
    [attribute.nonce, nonce],
  ];
  const answer = await server.ask(encodeStun(stun.allocateRequest, [...wanted, ...who], key));
  if (answer.type === stun.allocateSuccess)
    await server
      .ask(encodeStun(stun.refreshRequest, [[attribute.lifetime, Buffer.alloc(4)], ...who], key))
      .catch(() => undefined);
  return answer;
}

function judge(answer: StunMessage, where: string, seenAs: string): Finding {
  if (answer.type === stun.allocateSuccess) return ok(`${where} gives a relay (it sees us as ${seenAs || "nobody"})`);
  const code = errorCodeOf(answer);
  if (code === 401)
    return fault(
      `${where} refuses our credentials`,
      "coturn and Prosody know different secrets, or their clocks differ: appliance/configure --rotate turn_credentials.",
    );
  if (code === 486 || code === 508)
    return warning(
      `${where} has no relay left (${code})`,
      "Many calls go by TURN now; when nobody is in a call, docker compose restart coturn.",
    );
  return fault(
    `${where} gives no relay (${code || "without a reason"})`,
    "docker compose logs coturn says why; put the shipped appliance/turn back.",
  );
}
