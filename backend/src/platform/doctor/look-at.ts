import http from "node:http";
import https from "node:https";

export type Seen = { status: number; headers: http.IncomingHttpHeaders };

/** Status and headers of an address as anybody outside gets them, redirects not followed. Whether its certificate is good is another check's business, so nothing
    secret may be asked here. */
export function lookAt(address: string, method = "GET"): Promise<Seen> {
  const client = address.startsWith("https:") ? https : http;
  return new Promise((resolve, reject) => {
    const request = client.request(
      address,
      { method, rejectUnauthorized: false, agent: false, timeout: 6_000 },
      (answer) => {
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers });
        answer.destroy();
      },
    );
    request.once("timeout", () => request.destroy(Object.assign(new Error("nothing answers"), { code: "ETIMEDOUT" })));
    request.once("error", reject);
    request.end();
  });
}
