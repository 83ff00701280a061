import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createApp } from "../src/app.js";
import type { Config } from "../src/config.js";
import { createLog, type Log } from "../src/platform/log.js";
import { testConfig } from "./config.js";
import { createTestDatabase, type TestDatabase } from "./database.js";

export type Answer = {
  status: number;
  headers: NodeJS.Dict<string | string[]>;
  text: string;
  bytes: Buffer;
  json: any;
};
export type Call = {
  /** A string and a Buffer go as they are, anything else as JSON. */
  body?: unknown;
  bearer?: string;
  headers?: Record<string, string>;
  /** A browser's cookies: sent, and kept up from the answers. */
  jar?: CookieJar;
  /** The client's own address, any of 127.0.0.0/8. */
  from?: string;
};
export type CookieJar = Map<string, string>;
export type TestApp = {
  url: string;
  config: Config;
  database: TestDatabase;
  routes: ReturnType<typeof createApp>["routes"];
  refresh: (topic?: string) => void;
  streams: ReturnType<typeof createApp>["streams"];
  /** What the app takes for now; move it as the test needs. */
  clock: { now: Date };
  call: (method: string, path: string, options?: Call) => Promise<Answer>;
  stop: () => Promise<void>;
};

/** The real app on a real database, listening on a loopback port, with a clock of the test's own. */
export async function startTestApp(
  now = new Date(),
  environment: NodeJS.ProcessEnv = {},
  log: Log = createLog("silent", "test"),
): Promise<TestApp> {
  const database = await createTestDatabase();
  const config = testConfig(database.url, environment);
  const clock = { now };
  const app = createApp({
    config,
    dataSource: database.dataSource,
    log,
    clock: () => clock.now,
  });
  const server = createServer(app.koa.callback());
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    config,
    database,
    routes: app.routes,
    refresh: app.refresh,
    streams: app.streams,
    clock,
    call: (method, path, options) => callServer(port, method, path, options),
    stop: async () => {
      app.stop();
      await close(server);
      await database.drop();
    },
  };
}

/** One request as a page of ours makes it. */
export function callServer(port: number, method: string, path: string, options: Call = {}): Promise<Answer> {
  const { body, bearer, headers, jar, from = "127.0.0.1" } = options;
  const isRaw = typeof body === "string" || body instanceof Buffer;
  const payload = body === undefined || isRaw ? body : JSON.stringify(body);
  const cookies = [...(jar ?? [])].map(([name, value]) => `${name}=${value}`).join("; ");
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        host: "127.0.0.1",
        port,
        method,
        path,
        localAddress: from,
        headers: {
          ...(method === "GET" || method === "HEAD" ? {} : { "Sec-Fetch-Site": "same-origin" }),
          ...(payload === undefined
            ? {}
            : {
                "Content-Type": body instanceof Buffer ? "application/octet-stream" : "application/json",
                "Content-Length": Buffer.byteLength(payload),
              }),
          ...(bearer ? { Authorization: `Bearer ${bearer}` } : {}),
          ...(cookies ? { Cookie: cookies } : {}),
          ...headers,
        },
      },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on("data", (part: Buffer) => parts.push(part));
        answer.on("end", () => {
          keepCookies(jar, answer.headers["set-cookie"] ?? []);
          const bytes = Buffer.concat(parts);
          const text = bytes.toString();
          resolve({ status: answer.statusCode!, headers: answer.headers, text, bytes, json: parse(text) });
        });
      },
    );
    sent.on("error", reject);
    sent.end(payload);
  });
}

function keepCookies(jar: CookieJar | undefined, lines: string[]) {
  for (const line of lines) {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (!jar || !name) continue;
    if (value) jar.set(name, value);
    else jar.delete(name);
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function close(server: Server) {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeAllConnections();
  await closed;
}
