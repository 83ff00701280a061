// As much of SIP (RFC 3261) over UDP as an account's registration needs.
import { createHash, randomBytes } from "node:crypto";

export interface SipAccount {
  /** user@domain */
  uri: string;
  password: string;
}

const md5 = (text: string) => createHash("md5").update(text).digest("hex");

/** What answers a challenge (RFC 2617 without qop, as RFC 3261 takes over). */
export const digestOf = ({ uri, password }: SipAccount, realm: string, nonce: string, target: string): string =>
  md5(`${md5(`${uri.split("@")[0]}:${realm}:${password}`)}:${nonce}:${md5(`REGISTER:${target}`)}`);

export const headerOf = (message: string, name: string): string =>
  new RegExp(`^${name}: *(.*)$`, "im").exec(message)?.[1]?.trim() ?? "";

export const parameterOf = (header: string, name: string): string =>
  new RegExp(`${name}="([^"]*)"`).exec(header)?.[1] ?? "";

export const statusOf = (message: string): number => Number(/^SIP\/2\.0 (\d+)/.exec(message)?.[1] ?? 0);

/** @param challenge the header WWW-Authenticate of a refusal. */
export function registration(account: SipAccount, callId: string, count: number, challenge = ""): string {
  const [user, domain] = account.uri.split("@");
  const target = `sip:${domain}`;
  const [realm, nonce] = [parameterOf(challenge, "realm"), parameterOf(challenge, "nonce")];
  const proof = `username="${user}", realm="${realm}", nonce="${nonce}", uri="${target}"`;
  const lines = [
    `REGISTER ${target} SIP/2.0`,
    `Via: SIP/2.0/UDP jigasi:5060;branch=z9hG4bK${randomBytes(6).toString("hex")};rport`,
    `From: <sip:${account.uri}>;tag=${callId}`,
    `To: <sip:${account.uri}>`,
    `Call-ID: ${callId}`,
    `CSeq: ${count} REGISTER`,
    `Contact: <sip:${user}@jigasi:5060>`,
    ...(nonce ? [`Authorization: Digest ${proof}, response="${digestOf(account, realm, nonce, target)}"`] : []),
    "Expires: 60",
    "Max-Forwards: 70",
    "Content-Length: 0",
  ];
  return `${lines.join("\r\n")}\r\n\r\n`;
}
