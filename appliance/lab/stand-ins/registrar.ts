// A SIP provider in the lab: registers the one account it knows, by its password. It carries no calls.
import { randomBytes } from "node:crypto";
import { createSocket } from "node:dgram";
import { required } from "./serve-xmpp.ts";
import { digestOf, headerOf, parameterOf } from "./sip.ts";

const account = { uri: required("SIP_URI"), password: required("SIP_PASSWORD") };
const realm = account.uri.split("@")[1] ?? "";
const nonce = randomBytes(16).toString("hex");

const socket = createSocket("udp4");
socket.on("message", (message, from) => {
  const request = message.toString();
  const echoed = ["Via", "From", "To", "Call-ID", "CSeq"].map((name) => `${name}: ${headerOf(request, name)}`);
  const answer = [`SIP/2.0 ${judge(request)}`, ...echoed, "Content-Length: 0"];
  socket.send(`${answer.join("\r\n")}\r\n\r\n`, from.port, from.address);
});
socket.bind(5060);
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(0));

function judge(request: string): string {
  const proof = headerOf(request, "Authorization");
  if (!proof) return `401 Unauthorized\r\nWWW-Authenticate: Digest realm="${realm}", nonce="${nonce}", algorithm=MD5`;
  const target = parameterOf(proof, "uri");
  const isOurs = parameterOf(proof, "username") === account.uri.split("@")[0] && parameterOf(proof, "nonce") === nonce;
  return isOurs && parameterOf(proof, "response") === digestOf(account, realm, nonce, target)
    ? "200 OK"
    : "403 Forbidden";
}
