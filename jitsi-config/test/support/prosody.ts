import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { freePort } from "../../../appliance/embedded/ports.ts";
import { appId, appSecret } from "./tokens.js";
import { Seen } from "./wait-for.js";
import { domain, mucDomain } from "./xmpp-client.js";

const here = import.meta.dirname;
const embeddedConfig = resolve(here, "../../prosody/embedded.cfg.lua");
const ownModules = process.env.COUNTER_MODULES_DIR ?? resolve(here, "../../prosody-modules");
const testModules = resolve(here, "prosody-modules");

export const controlSecret = "the-secret-between-backend-and-prosody-42";
export const publicUrl = "https://balie.example/nl";

export interface ProsodyOptions {
  webhook: string;
  env?: Record<string, string>;
  /** Lua lines put after the embedded configuration, for what is no business of the environment. */
  settings?: string;
  port?: number;
  /** What its log says last when it starts. */
  readyLine?: string;
}

export interface CommandAnswer {
  status: number;
  body: any; // the tests assert what is in it
}

const exited = "(Prosody has exited)";
const running = new Set<ChildProcess>();
const killAll = () => {
  for (const child of running) child.kill("SIGKILL");
};
process.on("exit", killAll);
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));

/** A real Prosody with the embedded configuration, on a free port of the loopback interface. */
export class Prosody {
  readonly log = new Seen<string>();
  private constructor(
    readonly port: number,
    private readonly child: ChildProcess,
    private readonly directory: string,
  ) {}

  static async start(options: ProsodyOptions): Promise<Prosody> {
    const port = options.port ?? (await freePort());
    const directory = await mkdtemp(join(tmpdir(), "balie-prosody-"));
    const config = join(directory, "test.cfg.lua");
    await writeFile(config, testConfig(options.settings ?? ""));
    const child = spawn("prosody", ["-F", "--config", config], {
      stdio: ["ignore", "pipe", "pipe"],
      cwd: directory,
      env: { ...process.env, ...environment(port, directory, options) },
    });
    running.add(child);
    const prosody = new Prosody(port, child, directory);
    for (const stream of [child.stdout!, child.stderr!]) prosody.readLog(stream);
    child.once("close", () => {
      running.delete(child);
      prosody.log.add(exited);
    });
    await prosody.log.first(
      "a running Prosody",
      (line) => line === exited || line.includes(options.readyLine ?? "Serving 'counter_control'"),
    );
    if (running.has(child)) return prosody;
    await prosody.stop();
    throw new Error(`Prosody did not start: ${prosody.log.entries.join("\n")}`);
  }

  private readLog(stream: NodeJS.ReadableStream): void {
    let rest = "";
    stream.on("data", (chunk) => {
      const lines = (rest + chunk).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) this.log.add(line);
    });
  }

  async isOpen(): Promise<void> {
    await this.log.first("open rooms", (line) => line.includes("rooms are open"));
  }

  async stop(): Promise<void> {
    if (running.has(this.child)) {
      const ended = new Promise((done) => this.child.once("exit", done));
      this.child.kill("SIGTERM");
      const impatience = setTimeout(() => this.child.kill("SIGKILL"), 3000);
      await ended;
      clearTimeout(impatience);
    }
    await rm(this.directory, { recursive: true, force: true });
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  get controlUrl(): string {
    return `http://127.0.0.1:${this.port}/counter_control`;
  }

  rooms(): Promise<CommandAnswer> {
    return this.request("rooms", { method: "GET" });
  }

  command(name: string, body: unknown): Promise<CommandAnswer> {
    return this.request(name, { method: "POST", body: JSON.stringify(body) });
  }

  async request(path: string, init: RequestInit, secret: string | null = controlSecret): Promise<CommandAnswer> {
    const headers: Record<string, string> = secret === null ? {} : { authorization: `Bearer ${secret}` };
    const response = await fetch(`${this.controlUrl}/${path}`, { ...init, headers });
    const text = await response.text();
    return { status: response.status, body: text.startsWith("{") ? JSON.parse(text) : text };
  }

  /** What an operator, or in the appliance jicofo, does inside the server. */
  async hand(action: "reload" | "affiliation", body: Record<string, string>): Promise<void> {
    const response = await fetch(`http://127.0.0.1:${this.port}/test_hand/${action}`, {
      method: "POST",
      body: JSON.stringify({ host: mucDomain, ...body }),
    });
    if (!response.ok) throw new Error(`${action} failed: ${await response.text()}`);
  }
}

const testConfig = (settings: string) => `
Include ${JSON.stringify(embeddedConfig)}
plugin_paths = { ${JSON.stringify(ownModules)}, ${JSON.stringify(testModules)} }
${settings}
VirtualHost "hand.localhost"
  modules_enabled = { "test_hand" }
  http_host = "${domain}"
`;

function environment(port: number, directory: string, { webhook, env }: ProsodyOptions): Record<string, string> {
  return {
    PROSODY_HTTP_PORT: String(port),
    PROSODY_DATA_DIR: directory,
    PROSODY_MODULES_DIR: ownModules,
    JITSI_DOMAIN: domain,
    JITSI_MUC_DOMAIN: mucDomain,
    JITSI_APP_ID: appId,
    JITSI_APP_SECRET: appSecret,
    COUNTER_CONTROL_SECRET: controlSecret,
    COUNTER_CONTROL_WEBHOOK: webhook,
    PUBLIC_URL: publicUrl,
    ...env,
  };
}
