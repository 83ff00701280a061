import { createHmac } from "node:crypto";
import { createSocket } from "node:dgram";
import type { AddressInfo } from "node:net";
import { attribute, decodeStun, encodeStun, stun } from "../../src/platform/doctor/stun-message.js";

/** Stands in for the bridge's media port: answers, as ICE wants it, only who knows the names and the password of its offer. */
export async function startBridge() {
  const ufrag = "bridgeufrag";
  const password = "the-password-of-the-offer";
  const socket = createSocket("udp4");
  socket.on("message", (message, { port, address }) => {
    const asked = decodeStun(message);
    if (!asked?.attributes.get(attribute.username)?.toString().startsWith(`${ufrag}:`) || !isSigned(message, password))
      return;
    const answer = encodeStun(stun.bindingSuccess, [], password);
    message.copy(answer, 8, 8, 20);
    socket.send(answer, port, address);
  });
  await new Promise<void>((resolve) => socket.bind(0, "127.0.0.1", () => resolve()));
  return {
    port: (socket.address() as AddressInfo).port,
    ufrag,
    password,
    stop: () => new Promise<void>((resolve) => socket.close(() => resolve())),
  };
}

/** MESSAGE-INTEGRITY is the last but one attribute, before FINGERPRINT, and counts itself in the length (RFC 8489, 14.5). */
function isSigned(message: Buffer, password: string): boolean {
  const signed = Buffer.from(message.subarray(0, message.length - 32));
  signed.writeUInt16BE(message.length - 20 - 8, 2);
  const expected = createHmac("sha1", password).update(signed).digest();
  return message.subarray(message.length - 28, message.length - 8).equals(expected);
}
