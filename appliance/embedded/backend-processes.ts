import { execFile } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { freePort } from "./ports.ts";
import { rotateLog } from "./process-log.ts";
import { JITSI_APP_ID, JITSI_DOMAIN, JITSI_MUC_DOMAIN } from "./prosody.ts";
import { Refusal } from "./refusal.ts";
import { ROOT, type Scene } from "./scene.ts";
import { type Supervised, supervise } from "./supervise.ts";

export const DEMO_CLERK_EMAIL = "an@voorbeeldegem.example";
const PRELOAD = path.join(ROOT, "appliance/embedded/die-with-parent.mjs");
// Small heaps keep the embedded mode within its memory budget: it serves a handful of people.
const NODE_FLAGS = ["--max-semi-space-size=2", "--max-old-space-size=256", "--import", PRELOAD];

export function backendEnvironment(
  scene: Scene,
  databaseUrl: string,
  smtpPort: number,
  hasCalls: boolean,
): NodeJS.ProcessEnv {
  const { home, ports, publicUrl } = scene;
  return {
    ...inheritedEnvironment(),
    NODE_ENV: "production",
    DATABASE_URL: databaseUrl,
    PUBLIC_URL: publicUrl,
    HTTP_HOST: "127.0.0.1",
    HTTP_PORT: String(ports.public),
    INTERNAL_HTTP_HOST: "127.0.0.1",
    INTERNAL_HTTP_PORT: String(ports.internal),
    APP_SECRET: home.secrets.appSecret,
    SMTP_URL: `smtp://127.0.0.1:${smtpPort}`,
    MAIL_FROM: process.env.MAIL_FROM ?? "Balie <balie@example.org>",
    CALLS_AVAILABLE: hasCalls ? "1" : "0",
    JITSI_DOMAIN,
    JITSI_MUC_DOMAIN,
    JITSI_SERVICE_URL: `ws://localhost:${ports.prosody}/xmpp-websocket`,
    JITSI_APP_ID,
    JITSI_APP_SECRET: home.secrets.jitsiAppSecret,
    JITSI_BRIDGE: "0",
    COUNTER_CONTROL_URL: `http://127.0.0.1:${ports.prosody}/counter_control`,
    COUNTER_CONTROL_SECRET: home.secrets.counterControlSecret,
    STATIC_DIR: path.join(ROOT, "frontend/dist"),
    LOG_LEVEL: process.env.LOG_LEVEL ?? "info",
    DEMO_CLERK_EMAIL,
    DEMO_CLERK_PASSWORD: home.secrets.demoClerkPassword,
  };
}

/** The operator's own settings pass; what npm, the test runner and the launcher set for themselves does not. */
function inheritedEnvironment(): NodeJS.ProcessEnv {
  const ownToOthers = /^(npm_|BALIE_|NODE_OPTIONS$|NODE_CHANNEL_|MOCHA|TEST_DATABASE_URL$|INIT_CWD$)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ownToOthers.test(name)));
}

export async function migrate({ options, home, watcher }: Scene, env: NodeJS.ProcessEnv): Promise<void> {
  const logFile = home.log("migrate");
  fs.mkdirSync(path.dirname(logFile), { recursive: true, mode: 0o700 });
  rotateLog(logFile);
  const args = [path.join(ROOT, "backend/dist/migrate.js"), ...(options.hasDemo === false ? [] : ["--demo"])];
  const settings = { ...env, ...options.env?.all, ...options.env?.migrate };
  const { status, output } = await runToEnd(args, settings, watcher.signal);
  fs.writeFileSync(logFile, output, { mode: 0o600 });
  watcher.signal.throwIfAborted();
  if (status === 0) return;
  const tail = output.trimEnd().split("\n").slice(-12).join("\n");
  throw new Refusal(`The database could not be brought up to date. The log, ${logFile}, ends with:\n${tail}`);
}

function runToEnd(
  args: string[],
  env: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<{ status: number; output: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: ROOT, env, signal, maxBuffer: 64 * 1024 * 1024 }, (error, out, err) => {
      resolve({ status: error ? 1 : 0, output: out + err });
    });
  });
}

interface Backend {
  process: Supervised;
  port: number;
  internalPort: number;
}

export async function backendsOf(scene: Scene, env: NodeJS.ProcessEnv): Promise<Backend[]> {
  const backends: Backend[] = [];
  for (let number = 1; number <= (scene.options.backends ?? 1); number++) {
    const port = number === 1 ? scene.ports.public : await freePort();
    const internalPort = number === 1 ? scene.ports.internal : await freePort();
    const own = { ...env, HTTP_PORT: String(port), INTERNAL_HTTP_PORT: String(internalPort) };
    const isReady = () => answersReady(`http://127.0.0.1:${port}/readyz`);
    backends.push({
      process: nodeProcess(scene, numbered("backend", number), "main.js", own, isReady),
      port,
      internalPort,
    });
  }
  return backends;
}

export function workersOf(scene: Scene, env: NodeJS.ProcessEnv): Supervised[] {
  return Array.from({ length: scene.options.workers ?? 1 }, (_, index) =>
    // Any port: the backend has the other one, and nobody here asks how a worker is.
    nodeProcess(scene, numbered("worker", index + 1), "worker.js", { ...env, INTERNAL_HTTP_PORT: "0" }, async (log) =>
      log().includes('"worker ready"'),
    ),
  );
}

function nodeProcess(
  { options, home, processes, watcher }: Scene,
  name: string,
  script: string,
  env: NodeJS.ProcessEnv,
  isReady: (logSoFar: () => string) => Promise<boolean>,
): Supervised {
  const file = path.join(ROOT, "backend/dist", script);
  const process_ = supervise(
    {
      name,
      command: process.execPath,
      args: [...NODE_FLAGS, file],
      env: { ...env, ...options.env?.all, ...options.env?.[name] },
      cwd: ROOT,
      hasChannel: true,
      marker: file,
      logFile: home.log(name),
      isReady,
    },
    watcher,
  );
  processes.push(process_);
  return process_;
}

function numbered(name: string, number: number): string {
  return number === 1 ? name : `${name}-${number}`;
}

async function answersReady(url: string): Promise<boolean> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(2000) });
  await answer.body?.cancel();
  return answer.status === 200;
}
