import http from "node:http";
import https from "node:https";

export type Seen = { status: number; headers: http.IncomingHttpHeaders };

/** How a page asks for a web socket (RFC 6455); the key is any. */
export const upgrade = {
  Connection: "Upgrade",
  Upgrade: "websocket",
  "Sec-WebSocket-Version": "13",
  "Sec-WebSocket-Key": "ZG9jdG9yZG9jdG9yZG9jdA==",
  "Sec-WebSocket-Protocol": "xmpp",
};

/** Status and headers of an address as anybody outside gets them, redirects not followed. Whether its certificate is good is another check's business, so nothing
    secret may be asked here. */
export function lookAt(address: string, method = "GET", headers: Record<string, string> = {}): Promise<Seen> {
  const client = address.startsWith("https:") ? https : http;
  const options = { method, headers, rejectUnauthorized: false, agent: false as const, timeout: 6_000 };
  return new Promise((resolve, reject) => {
    const request = client.request(address, options);
    const see = (answer: http.IncomingMessage) => {
      resolve({ status: answer.statusCode ?? 0, headers: answer.headers });
      answer.destroy();
    };
    request.once("response", see);
    request.once("upgrade", (answer, socket) => {
      see(answer);
      socket.destroy();
    });
    request.once("timeout", () => request.destroy(Object.assign(new Error("nothing answers"), { code: "ETIMEDOUT" })));
    request.once("error", reject);
    request.end();
  });
}
