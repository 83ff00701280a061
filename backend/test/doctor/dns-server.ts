import { createSocket } from "node:dgram";
import { Resolver } from "node:dns/promises";
import type { AddressInfo } from "node:net";

type Zone = Record<string, { a?: string[]; aaaa?: string[] }>;

/** A real, small DNS server (RFC 1035) that knows the names it is given, and a resolver that asks it alone. */
export async function startDns(zone: Zone, { isSilent = false } = {}) {
  const socket = createSocket("udp4");
  socket.on("message", (question, { port, address }) => {
    if (!isSilent) socket.send(answerTo(question, zone), port, address);
  });
  await new Promise<void>((resolve) => socket.bind(0, "127.0.0.1", () => resolve()));
  const resolver = new Resolver({ timeout: 200, tries: 1 });
  resolver.setServers([`127.0.0.1:${(socket.address() as AddressInfo).port}`]);
  return { resolver, stop: () => new Promise<void>((resolve) => socket.close(() => resolve())) };
}

function answerTo(question: Buffer, zone: Zone): Buffer {
  const { name, end } = nameAt(question);
  const type = question.readUInt16BE(end);
  const known = zone[name];
  const records = (type === 1 ? known?.a?.map(v4) : type === 28 ? known?.aaaa?.map(v6) : undefined) ?? [];
  const header = Buffer.alloc(12);
  question.copy(header, 0, 0, 2);
  header.writeUInt16BE(known ? 0x8580 : 0x8583, 2);
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(records.length, 6);
  const answers = records.map((address) => {
    const record = Buffer.alloc(12);
    record.writeUInt16BE(0xc00c, 0);
    record.writeUInt16BE(type, 2);
    record.writeUInt16BE(1, 4);
    record.writeUInt16BE(address.length, 10);
    return Buffer.concat([record, address]);
  });
  return Buffer.concat([header, question.subarray(12, end + 4), ...answers]);
}

function nameAt(message: Buffer): { name: string; end: number } {
  const labels: string[] = [];
  let at = 12;
  for (let length = message[at]!; length > 0; length = message[at]!) {
    labels.push(message.toString("latin1", at + 1, at + 1 + length));
    at += length + 1;
  }
  return { name: labels.join("."), end: at + 1 };
}

const v4 = (address: string) => Buffer.from(address.split(".").map(Number));

/** Written out in full: eight groups. */
const v6 = (address: string) =>
  Buffer.from(address.split(":").flatMap((group) => [...Buffer.from(group.padStart(4, "0"), "hex")]));
