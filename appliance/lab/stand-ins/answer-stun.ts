// STUN (RFC 8489), as much as a bridge's media port speaks of it.
import { createHmac, timingSafeEqual } from "node:crypto";
import type { RemoteInfo } from "node:dgram";
import { crc32 } from "node:zlib";

const MAGIC = 0x2112a442;
const USERNAME = 0x0006;
const MESSAGE_INTEGRITY = 0x0008;
const XOR_MAPPED_ADDRESS = 0x0020;
const FINGERPRINT = 0x8028;

export const isStun = (message: Buffer): boolean => message.length >= 20 && message.readUInt32BE(4) === MAGIC;

/** A binding request, answered to none but who knows an offer's names and password (RFC 8445, 7.3). */
export function answerStun(
  request: Buffer,
  from: RemoteInfo,
  passwordOf: (ufrag: string) => string | undefined,
): Buffer | undefined {
  const ufrag = attributeIn(request, USERNAME)?.value.toString().split(":")[0] ?? "";
  const password = passwordOf(ufrag);
  if (request.readUInt16BE(0) !== 0x0001 || !password || !isSigned(request, password)) return undefined;
  const header = Buffer.from(request.subarray(0, 20));
  header.writeUInt16BE(0x0101, 0);
  let answer = Buffer.concat([header, attribute(XOR_MAPPED_ADDRESS, xored(from))]);
  answer = Buffer.concat([answer, attribute(MESSAGE_INTEGRITY, sign(withLength(answer, 24), password))]);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE((crc32(withLength(answer, 8)) ^ 0x5354554e) >>> 0);
  return withLength(Buffer.concat([answer, attribute(FINGERPRINT, checksum)]), 0);
}

function isSigned(request: Buffer, password: string): boolean {
  const signature = attributeIn(request, MESSAGE_INTEGRITY);
  if (signature?.value.length !== 20) return false;
  return timingSafeEqual(signature.value, sign(withLength(request.subarray(0, signature.at), 24), password));
}

const sign = (message: Buffer, password: string): Buffer => createHmac("sha1", password).update(message).digest();

/** The length in the header counts what is still to come. */
function withLength(message: Buffer, more: number): Buffer {
  const copy = Buffer.from(message);
  copy.writeUInt16BE(message.length - 20 + more, 2);
  return copy;
}

function attribute(type: number, value: Buffer): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt16BE(type, 0);
  head.writeUInt16BE(value.length, 2);
  return Buffer.concat([head, value]);
}

function attributeIn(message: Buffer, type: number): { at: number; value: Buffer } | undefined {
  for (let at = 20; at + 4 <= message.length; ) {
    const length = message.readUInt16BE(at + 2);
    if (message.readUInt16BE(at) === type) return { at, value: message.subarray(at + 4, at + 4 + length) };
    at += 4 + Math.ceil(length / 4) * 4;
  }
  return undefined;
}

function xored({ address, port }: RemoteInfo): Buffer {
  const value = Buffer.alloc(8);
  value.writeUInt16BE(1, 0);
  value.writeUInt16BE(port ^ (MAGIC >>> 16), 2);
  const bits = address.split(".").reduce((whole, part) => whole * 256 + Number(part), 0);
  value.writeUInt32BE((bits ^ MAGIC) >>> 0, 4);
  return value;
}
