import { randomBytes } from "node:crypto";
import { createSocket } from "node:dgram";
import { headerOf, registration, type SipAccount, statusOf } from "./sip.ts";

/** Registers with the provider, and again and again; a provider that is silent has lost us. */
export function keepRegistered(account: SipAccount, server: string, port: number): { isRegistered: () => boolean } {
  const callId = randomBytes(8).toString("hex");
  const socket = createSocket("udp4");
  let count = 0;
  let registeredAt = 0;
  const send = (challenge?: string) =>
    socket.send(
      registration(account, callId, ++count, challenge),
      port,
      server,
      (fault) => fault && console.error(`SIP: ${fault}`),
    );
  socket.on("message", (message) => {
    const answer = message.toString();
    const status = statusOf(answer);
    if (status === 200) registeredAt = Date.now();
    else if (status === 401) send(headerOf(answer, "WWW-Authenticate"));
    else {
      registeredAt = 0;
      console.error(`SIP: the provider answers ${status}`);
    }
  });
  send();
  setInterval(send, 2_000, undefined);
  return { isRegistered: () => Date.now() - registeredAt < 10_000 };
}
