// As much of TURN (RFC 8656) over TLS as shows whether a call would come through: allocate, permission, send, receive.
import { createHash, createHmac, randomBytes } from "node:crypto";
import type { Socket } from "node:net";
import tls from "node:tls";

const COOKIE = 0x2112a442;
const METHOD = { allocate: 0x003, permission: 0x008, send: 0x016, data: 0x017 };
const CLASS = { request: 0x000, indication: 0x010, success: 0x100, error: 0x110 };
const ATTRIBUTE = {
  ...{ username: 0x0006, integrity: 0x0008, error: 0x0009, peer: 0x0012, data: 0x0013, realm: 0x0014, nonce: 0x0015 },
  ...{ relayed: 0x0016, transport: 0x0019 },
};

interface Message {
  type: number;
  attributes: Map<number, Buffer>;
}

/** The answer to a request that was refused, as "403 Forbidden IP". */
export class TurnRefusal extends Error {}

export interface TurnOptions {
  host: string;
  port: number;
  name: string;
  ca: string;
  secret: string;
}

/** A short-lived account, made as Prosody makes it for a page (the draft "TURN REST API", which coturn implements). */
export function turnAccount(secret: string, until = Date.now() / 1000 + 600): { username: string; password: string } {
  const username = `${Math.floor(until)}:lab`;
  return { username, password: createHmac("sha1", secret).update(username).digest("base64") };
}

export class TurnClient {
  private received: Buffer = Buffer.alloc(0);
  private readonly messages: Message[] = [];
  private readonly waiting: ((message: Message) => void)[] = [];
  private key: Buffer | undefined;
  private signed: [number, Buffer][] = [];
  relayed = "";

  private readonly socket: Socket;
  private readonly secret: string;

  private constructor(socket: Socket, secret: string) {
    this.socket = socket;
    this.secret = secret;
    socket.on("data", (chunk) => this.take(chunk));
  }

  static async connect(options: TurnOptions): Promise<TurnClient> {
    const { host, port, name, ca, secret } = options;
    const socket = tls.connect({ host, port, servername: name, ca });
    await new Promise<void>((resolve, reject) => {
      socket.once("secureConnect", resolve);
      socket.once("error", reject);
    });
    return new TurnClient(socket, secret);
  }

  /** Asks for an address to be relayed from; the first answer says how to log in. */
  async allocate(): Promise<void> {
    const transport: [number, Buffer] = [ATTRIBUTE.transport, Buffer.from([17, 0, 0, 0])];
    const challenge = await this.exchange(METHOD.allocate, [transport]);
    const realm = challenge.attributes.get(ATTRIBUTE.realm) ?? Buffer.alloc(0);
    const { username, password } = turnAccount(this.secret);
    this.key = createHash("md5").update(`${username}:${realm}:${password}`).digest();
    this.signed = [
      [ATTRIBUTE.username, Buffer.from(username)],
      [ATTRIBUTE.realm, realm],
      [ATTRIBUTE.nonce, challenge.attributes.get(ATTRIBUTE.nonce) ?? Buffer.alloc(0)],
    ];
    const answer = succeeded(await this.exchange(METHOD.allocate, [transport]));
    this.relayed = readAddress(answer.attributes.get(ATTRIBUTE.relayed));
  }

  /** Asks to talk to this IPv4 address; rejects with a TurnRefusal where the relay is closed to it. */
  async permit(address: string): Promise<void> {
    succeeded(await this.exchange(METHOD.permission, [[ATTRIBUTE.peer, writeAddress(address, 0)]]));
  }

  /** Sends a datagram to a permitted peer and answers what comes back. */
  async ask(address: string, port: number, text: string): Promise<string> {
    this.write(CLASS.indication | METHOD.send, [
      [ATTRIBUTE.peer, writeAddress(address, port)],
      [ATTRIBUTE.data, Buffer.from(text)],
    ]);
    const answer = await this.next();
    return answer.attributes.get(ATTRIBUTE.data)?.toString("utf8") ?? "";
  }

  end(): void {
    this.socket.destroy();
  }

  private exchange(method: number, attributes: [number, Buffer][]): Promise<Message> {
    this.write(CLASS.request | method, [...attributes, ...this.signed], this.key);
    return this.next();
  }

  private write(type: number, attributes: [number, Buffer][], key?: Buffer): void {
    const body = Buffer.concat(attributes.map(([name, value]) => attribute(name, value)));
    const id = randomBytes(12);
    if (!key) return void this.socket.write(Buffer.concat([header(type, body.length, id), body]));
    // The signature covers a length that counts the signature itself.
    const head = header(type, body.length + 24, id);
    const signature = createHmac("sha1", key).update(head).update(body).digest();
    this.socket.write(Buffer.concat([head, body, attribute(ATTRIBUTE.integrity, signature)]));
  }

  private take(chunk: Buffer): void {
    this.received = Buffer.concat([this.received, chunk]);
    while (this.received.length >= 20) {
      const length = 20 + this.received.readUInt16BE(2);
      if (this.received.length < length) return;
      const message = parse(this.received.subarray(0, length));
      this.received = this.received.subarray(length);
      const waiter = this.waiting.shift();
      if (waiter) waiter(message);
      else this.messages.push(message);
    }
  }

  private next(): Promise<Message> {
    const message = this.messages.shift();
    if (message) return Promise.resolve(message);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error("coturn did not answer within 5 s")), 5_000);
      this.waiting.push((answer) => {
        clearTimeout(timer);
        resolve(answer);
      });
    });
  }
}

function succeeded(message: Message): Message {
  const error = message.attributes.get(ATTRIBUTE.error);
  if (error) throw new TurnRefusal(`${(error[2] ?? 0) * 100 + (error[3] ?? 0)} ${error.subarray(4)}`);
  return message;
}

function header(type: number, length: number, id: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt16BE(type, 0);
  head.writeUInt16BE(length, 2);
  head.writeUInt32BE(COOKIE, 4);
  return Buffer.concat([head, id]);
}

function attribute(name: number, value: Buffer): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt16BE(name, 0);
  head.writeUInt16BE(value.length, 2);
  return Buffer.concat([head, value, Buffer.alloc((4 - (value.length % 4)) % 4)]);
}

function parse(bytes: Buffer): Message {
  const attributes = new Map<number, Buffer>();
  for (let at = 20; at + 4 <= bytes.length; ) {
    const length = bytes.readUInt16BE(at + 2);
    attributes.set(bytes.readUInt16BE(at), bytes.subarray(at + 4, at + 4 + length));
    at += 4 + length + ((4 - (length % 4)) % 4);
  }
  return { type: bytes.readUInt16BE(0), attributes };
}

/** XOR-mapped, IPv4. */
function writeAddress(address: string, port: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeUInt8(1, 1);
  bytes.writeUInt16BE(port ^ (COOKIE >>> 16), 2);
  bytes.writeUInt32BE((Buffer.from(address.split(".").map(Number)).readUInt32BE(0) ^ COOKIE) >>> 0, 4);
  return bytes;
}

function readAddress(bytes: Buffer = Buffer.alloc(8)): string {
  const plain = Buffer.alloc(4);
  plain.writeUInt32BE((bytes.readUInt32BE(4) ^ COOKIE) >>> 0);
  return [...plain].join(".");
}
