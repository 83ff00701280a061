import { createHmac, randomBytes } from "node:crypto";
import { isIPv4 } from "node:net";
import { crc32 } from "node:zlib";

// STUN (RFC 8489) and TURN (RFC 8656), as little as greets a server and takes a relay.
const magic = 0x2112a442;
const fingerprintMask = 0x5354554e;

export const stun = {
  bindingRequest: 0x0001,
  bindingSuccess: 0x0101,
  allocateRequest: 0x0003,
  allocateSuccess: 0x0103,
  refreshRequest: 0x0004,
} as const;

export const attribute = {
  username: 0x0006,
  messageIntegrity: 0x0008,
  errorCode: 0x0009,
  lifetime: 0x000d,
  realm: 0x0014,
  nonce: 0x0015,
  xorRelayedAddress: 0x0016,
  requestedTransport: 0x0019,
  xorMappedAddress: 0x0020,
  priority: 0x0024,
  iceControlling: 0x802a,
} as const;

export type StunMessage = { type: number; id: string; attributes: Map<number, Buffer> };
export type Attributes = [type: number, value: Buffer][];

/** @param key signs the message (MESSAGE-INTEGRITY). */
export function encodeStun(type: number, attributes: Attributes, key?: Buffer | string): Buffer {
  const header = Buffer.alloc(20);
  header.writeUInt16BE(type, 0);
  header.writeUInt32BE(magic, 4);
  randomBytes(12).copy(header, 8);
  let message = Buffer.concat([header, ...attributes.map(([kind, value]) => encodeAttribute(kind, value))]);
  if (key !== undefined) {
    const signature = createHmac("sha1", key).update(withLength(message, 24)).digest();
    message = Buffer.concat([message, encodeAttribute(attribute.messageIntegrity, signature)]);
  }
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE((crc32(withLength(message, 8)) ^ fingerprintMask) >>> 0);
  return withLength(Buffer.concat([message, encodeAttribute(0x8028, checksum)]), 0);
}

/** The length in the header counts what is still to come. */
function withLength(message: Buffer, more: number): Buffer {
  const copy = Buffer.from(message);
  copy.writeUInt16BE(message.length - 20 + more, 2);
  return copy;
}

function encodeAttribute(type: number, value: Buffer): Buffer {
  const padded = Buffer.alloc(4 + Math.ceil(value.length / 4) * 4);
  padded.writeUInt16BE(type, 0);
  padded.writeUInt16BE(value.length, 2);
  value.copy(padded, 4);
  return padded;
}

/** @returns undefined for what is no STUN message, or not all of one. */
export function decodeStun(message: Buffer): StunMessage | undefined {
  if (message.length < 20 || message.readUInt32BE(4) !== magic) return undefined;
  const end = 20 + message.readUInt16BE(2);
  if (message.length < end) return undefined;
  const attributes = new Map<number, Buffer>();
  for (let at = 20; at + 4 <= end; ) {
    const length = message.readUInt16BE(at + 2);
    attributes.set(message.readUInt16BE(at), message.subarray(at + 4, at + 4 + length));
    at += 4 + Math.ceil(length / 4) * 4;
  }
  return { type: message.readUInt16BE(0), id: idOf(message), attributes };
}

export const idOf = (message: Buffer): string => message.subarray(8, 20).toString("hex");

export function errorCodeOf({ attributes }: StunMessage): number {
  const value = attributes.get(attribute.errorCode);
  return value ? (value[2]! & 7) * 100 + value[3]! : 0;
}

/** The address in XOR-MAPPED-ADDRESS and its kin; IPv6 is told as such, without spelling it out. */
export function addressIn(value: Buffer | undefined): string {
  if (!value) return "";
  const port = value.readUInt16BE(2) ^ (magic >>> 16);
  if (value[1] !== 1) return `an IPv6 address, port ${port}`;
  const bits = (value.readUInt32BE(4) ^ magic) >>> 0;
  const address = [24, 16, 8, 0].map((shift) => (bits >>> shift) & 255).join(".");
  return isIPv4(address) ? `${address}:${port}` : "";
}
