import http from "node:http";
import https from "node:https";
import type { Socket } from "node:net";
import { connect } from "node:tls";
import { codeOf, describeFailure, explainConnection } from "./describe-failure.js";
import { type Finding, fault, ok, warning } from "./finding.js";

type Outside = { address: string; proxy?: string | undefined; now: () => number };
type Answer = { status: number; date: string | undefined };

/** Whether this server reaches the certificate authority, by the outgoing proxy if there is one; and what time it is there. */
export async function checkOutside({ address, proxy, now }: Outside): Promise<Finding> {
  const { host } = new URL(address);
  const by = proxy ? ` by the proxy ${new URL(proxy).host}` : "";
  try {
    const { date } = await ask(address, proxy);
    const offSeconds = Math.round((Date.parse(date ?? "") - now()) / 1_000);
    // HTTP tells whole seconds.
    if (Math.abs(offSeconds) > 5)
      return fault(
        `our clock is ${Math.abs(offSeconds)} s ${offSeconds > 0 ? "behind" : "ahead of"} that of ${host}`,
        "Set it right: timedatectl set-ntp true (or let it follow a time server of your own).",
      );
    return ok(`${host} answers${by}${Number.isNaN(offSeconds) ? "" : ", and our clock agrees"}`);
  } catch (failure) {
    return unreachable(failure, host, proxy);
  }
}

function unreachable(failure: unknown, host: string, proxy: string | undefined): Finding {
  const reason = explainConnection(failure) ?? describeFailure(failure);
  if (codeOf(failure) === "PROXY_REFUSES")
    return fault(
      `the outgoing proxy refuses: ${reason}`,
      `Let it pass this server on to ${host}:443, with the name and password in OUTGOING_PROXY: appliance/configure --outgoing-proxy …`,
    );
  if (proxy)
    return fault(
      `${host} is not reached by the outgoing proxy ${new URL(proxy).host}: ${reason}`,
      "Check its address (appliance/configure --outgoing-proxy …) and that this server may use it.",
    );
  return warning(
    `${host} is not reached: ${reason}`,
    "Without it no certificate can be renewed: let this server out to TCP 443, or set a proxy (appliance/configure --outgoing-proxy …).",
  );
}

async function ask(address: string, proxy: string | undefined): Promise<Answer> {
  const { hostname, port } = new URL(address);
  const tunnel = proxy ? await openTunnel(new URL(proxy), hostname, Number(port || 443)) : undefined;
  return new Promise((resolve, reject) => {
    const through = tunnel ? { createConnection: () => connect({ socket: tunnel, servername: hostname }) } : {};
    const request = https.request(address, { method: "HEAD", agent: false, timeout: 6_000, ...through }, (answer) => {
      answer.resume();
      resolve({ status: answer.statusCode ?? 0, date: answer.headers.date });
    });
    request.once("timeout", () => request.destroy(Object.assign(new Error("nothing answers"), { code: "ETIMEDOUT" })));
    request.once("error", reject);
    request.end();
  });
}

function openTunnel(proxy: URL, hostname: string, port: number): Promise<Socket> {
  const login = proxy.username
    ? `${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`
    : undefined;
  const headers = login ? { "Proxy-Authorization": `Basic ${Buffer.from(login).toString("base64")}` } : {};
  const client = proxy.protocol === "https:" ? https : http;
  return new Promise((resolve, reject) => {
    const request = client.request({
      host: proxy.hostname,
      port: proxy.port,
      method: "CONNECT",
      path: `${hostname}:${port}`,
      headers,
      timeout: 6_000,
      agent: false,
    });
    request.once("connect", (answer, socket) => {
      if (answer.statusCode === 200) return resolve(socket);
      socket.destroy();
      reject(Object.assign(new Error(`${answer.statusCode} ${answer.statusMessage}`), { code: "PROXY_REFUSES" }));
    });
    request.once("timeout", () => request.destroy(Object.assign(new Error("nothing answers"), { code: "ETIMEDOUT" })));
    request.once("error", reject);
    request.end();
  });
}
