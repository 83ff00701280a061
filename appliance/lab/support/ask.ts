// Requests to the appliance as a citizen's machine makes them: its name, its address here, its certificate checked.
import fs from "node:fs";
import http from "node:http";
import https from "node:https";
import path from "node:path";
import tls from "node:tls";
import { ADDRESS, compose, DOMAIN, KEYS } from "./site.ts";

export interface Answer {
  status: number;
  headers: http.IncomingHttpHeaders;
  body: string;
}

export interface Question {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
  /** The authority that must have signed the certificate; Caddy's own if not said. */
  ca?: string;
}

let authority: Promise<string> | undefined;

/** The root certificate that Caddy made for itself. */
export const authorityOfCaddy = (): Promise<string> => {
  authority ??= compose(["exec", "-T", "caddy", "cat", "/var/lib/caddy/caddy/pki/authorities/local/root.crt"]);
  return authority;
};

/** To be called when Caddy's storage was lost. */
export const forgetAuthority = (): void => {
  authority = undefined;
};

export async function ask(where: string, { method = "GET", headers = {}, body, ca }: Question = {}): Promise<Answer> {
  const isSecure = !where.startsWith("http:");
  const target = where.replace(/^https?:\/\/[^/]+/, "");
  const options = {
    host: ADDRESS,
    port: isSecure ? 443 : 80,
    path: target,
    method,
    headers: { host: DOMAIN, ...headers },
    agent: false as const,
    timeout: 10_000,
  };
  const request = isSecure
    ? https.request({ ...options, servername: DOMAIN, ca: ca ?? (await authorityOfCaddy()) })
    : http.request(options);
  return new Promise((resolve, reject) => {
    request.once("error", reject);
    request.once("timeout", () => request.destroy(new Error(`${where}: no answer within 10 s`)));
    request.once("response", (response) => void readAll(response).then(resolve, reject));
    request.once("upgrade", (response, socket) => {
      socket.destroy();
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body: "" });
    });
    request.end(body);
  });
}

async function readAll(response: http.IncomingMessage): Promise<Answer> {
  const parts: Buffer[] = [];
  for await (const part of response) parts.push(part as Buffer);
  return { status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts).toString("utf8") };
}

/** The certificate that answers to this name on 443, checked against these authorities; rejects when it does not hold. */
export async function certificateOf(name: string, ca?: string): Promise<tls.PeerCertificate> {
  const trusted = ca ?? (await authorityOfCaddy());
  return new Promise((resolve, reject) => {
    const socket = tls.connect({ host: ADDRESS, port: 443, servername: name, ca: trusted, timeout: 10_000 }, () => {
      resolve(socket.getPeerCertificate(true));
      socket.end();
    });
    socket.once("error", reject);
  });
}

export const authorityOfLab = (): string => fs.readFileSync(path.join(KEYS, "authority.pem"), "utf8");
