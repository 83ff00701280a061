import { createSocket } from "node:dgram";
import { lookup } from "node:dns/promises";
import { isIPv6 } from "node:net";
import { connect } from "node:tls";
import { decodeStun, idOf, type StunMessage } from "./stun-message.js";

/** A way to a STUN server: asks, and resolves with the answer to that question; rejects with ETIMEDOUT when none comes. */
export type StunWay = { ask: (message: Buffer) => Promise<StunMessage>; close: () => void };

const repeatMs = 400;
const limitMs = 3_000;

/** UDP may lose a packet, so a question is repeated until its answer comes. */
export async function byUdp(host: string, port: number): Promise<StunWay> {
  const { address } = await lookup(host);
  const socket = createSocket(isIPv6(address) ? "udp6" : "udp4");
  const waiting = createWaiting();
  socket.on("message", (message) => waiting.settle(decodeStun(message)));
  socket.on("error", waiting.fail);
  await new Promise<void>((resolve) => socket.connect(port, address, () => resolve()));
  return {
    ask: (message) => {
      const send = () => socket.send(message, (failure) => failure && waiting.fail(failure));
      send();
      const repetition = setInterval(send, repeatMs);
      return waiting.for(message).finally(() => clearInterval(repetition));
    },
    close: () => socket.close(),
  };
}

/** The certificate is another check's business; the credentials in TURN are a keyed hash, never the secret. */
export async function byTls(host: string, port: number, name: string): Promise<StunWay> {
  const socket = connect({ host, port, servername: name, rejectUnauthorized: false, timeout: 6_000 });
  const waiting = createWaiting();
  let rest = Buffer.alloc(0);
  socket.on("data", (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    for (let message = decodeStun(rest); message; message = decodeStun(rest)) {
      rest = rest.subarray(20 + rest.readUInt16BE(2));
      waiting.settle(message);
    }
  });
  socket.once("timeout", () => socket.destroy(timedOut()));
  await new Promise<void>((resolve, reject) => {
    socket.once("secureConnect", resolve);
    socket.once("error", reject);
  });
  socket.on("error", waiting.fail);
  socket.on("close", () => waiting.fail(Object.assign(new Error("closed"), { code: "ECONNRESET" })));
  return {
    ask: (message) => {
      socket.write(message);
      return waiting.for(message);
    },
    close: () => socket.destroy(),
  };
}

const timedOut = () => Object.assign(new Error("nothing answers"), { code: "ETIMEDOUT" });

/** One question at a time. */
function createWaiting() {
  let current: { id: string; resolve: (answer: StunMessage) => void; reject: (failure: Error) => void } | undefined;
  return {
    for: (question: Buffer) => {
      let timer: NodeJS.Timeout | undefined;
      return new Promise<StunMessage>((resolve, reject) => {
        current = { id: idOf(question), resolve, reject };
        timer = setTimeout(() => reject(timedOut()), limitMs);
      }).finally(() => clearTimeout(timer));
    },
    settle: (answer: StunMessage | undefined) => {
      if (answer && answer.id === current?.id) current.resolve(answer);
    },
    fail: (failure: Error) => current?.reject(failure),
  };
}
