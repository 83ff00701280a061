import { execFile } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { build } from "./build.ts";
import { type Home, openHome } from "./home.ts";
import { type MailCatcher, startMailCatcher } from "./mail-catcher.ts";
import { ensurePackage, type PackageState } from "./packages.ts";
import { freePort } from "./ports.ts";
import { type Postgres, startPostgres } from "./postgres.ts";
import { rotateLog, type Supervised, supervise, type Watcher } from "./processes.ts";
import { hasProsody, JITSI_APP_ID, JITSI_DOMAIN, JITSI_MUC_DOMAIN, startProsody } from "./prosody.ts";
import { Refusal } from "./refusal.ts";

export interface Ports {
  public: number;
  internal: number;
  mail: number;
  smtp: number;
  prosody: number;
  /** Left out, a PostgreSQL that still runs keeps its port. */
  postgres?: number;
}

export interface StackOptions {
  /** Where data, logs and secrets live; one stack per folder. */
  home: string;
  /** Those left out are free ones. Asked for after the home is ours, so that a second start hears of the first, not of ports. */
  ports?: () => Promise<Partial<Ports>>;
  publicUrl?: string;
  /** Processes that serve pages; further ones get free ports and are named backend-2, backend-3… */
  backends?: number;
  workers?: number;
  /** A PostgreSQL of yours instead of the built-in one. */
  databaseUrl?: string;
  /** More or other environment per process (backend, backend-2, worker, prosody, migrate); `all` reaches all but Prosody. */
  env?: Record<string, NodeJS.ProcessEnv>;
  /** Whether the demo municipality is put in; true when left out. */
  hasDemo?: boolean;
  /** Whether a missing Prosody is installed (root only); without it the stack starts without calls. */
  installsProsody?: boolean;
  /** Whether what dies is started again; true when left out. */
  revives?: boolean;
  /** Whether PostgreSQL stays when the launcher is killed; false when left out, as fits throw-away homes. */
  postgresOutlivesLauncher?: boolean;
  postgresSettings?: string[];
  /** Aborts the start; what runs by then is stopped. */
  signal?: AbortSignal;
  /** Progress and trouble, line by line. */
  say?: (line: string) => void;
}

export interface Stack {
  publicUrl: string;
  /** One address per backend process, on 127.0.0.1. */
  backendUrls: string[];
  internalUrl: string;
  internalUrls: string[];
  mailUrl: string;
  mails: MailCatcher["messages"];
  smtpPort: number;
  prosodyUrl: string;
  databaseUrl: string;
  /** As superuser; undefined for a database of yours. */
  adminDatabaseUrl: string | undefined;
  clerk: { email: string; password: string };
  /** What to do to get calls, when there are none. */
  callsAdvice: string | undefined;
  /** What the first backend runs with: for scripts beside it. */
  env: NodeJS.ProcessEnv;
  logFolder: string;
  pids: () => Record<string, number>;
  /** A sudden signal; what dies by it is revived, unless `revives` is false. */
  kill: (name: string, signal: NodeJS.Signals) => void;
  start: (name: string) => Promise<void>;
  stopOne: (name: string) => Promise<void>;
  /** Stops in order and starts again; resolves when ready. */
  restart: (name: string) => Promise<void>;
  stop: () => Promise<void>;
  /** Ends everything at once, without order. */
  destroy: () => void;
}

/** What the steps of a start share. */
interface Scene {
  options: StackOptions;
  home: Home;
  ports: Ports;
  publicUrl: string;
  processes: Supervised[];
  watcher: Watcher & { signal: AbortSignal };
  closers: (() => Promise<void>)[];
  say: (line: string) => void;
}

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const DEMO_CLERK_EMAIL = "an@voorbeeldegem.example";
const PRELOAD = path.join(ROOT, "appliance/embedded/die-with-parent.mjs");
// Small heaps keep the embedded mode within its memory budget: it serves a handful of people.
const NODE_FLAGS = ["--max-semi-space-size=2", "--max-old-space-size=256", "--import", PRELOAD];

/** Sets up and starts everything of the embedded mode; resolves when it answers. */
export async function startStack(options: StackOptions): Promise<Stack> {
  const home = await openHome(path.resolve(options.home), options.publicUrl ?? "");
  const closing = new AbortController();
  const abort = () => closing.abort(new Refusal("Stopped before it was ready."));
  options.signal?.addEventListener("abort", abort, { once: true });
  if (options.signal?.aborted) abort();
  const scene = sceneOf(options, home, closing.signal);
  const arriving = raise(scene);
  try {
    return await Promise.race([arriving, rejectionOf(closing.signal)]);
  } catch (error) {
    closing.abort(error);
    await stopAll(scene);
    // What was on its way meanwhile has nothing left to start; what it had begun is stopped too.
    await Promise.race([arriving.catch(() => {}), sleep(3000, undefined, { ref: false })]);
    await stopAll(scene);
    home.release();
    throw error;
  } finally {
    options.signal?.removeEventListener("abort", abort);
  }
}

function sceneOf(options: StackOptions, home: Home, signal: AbortSignal): Scene {
  const processes: Supervised[] = [];
  const say = options.say ?? (() => {});
  const watcher = {
    notice: say,
    changed: () => home.remember(processes),
    revives: options.revives ?? true,
    signal,
  };
  const ports = { public: 0, internal: 0, mail: 0, smtp: 0, prosody: 0 };
  return { options, home, ports, publicUrl: options.publicUrl ?? "", processes, watcher, closers: [], say };
}

async function raise(scene: Scene): Promise<Stack> {
  scene.ports = await choosePorts(scene.options);
  scene.publicUrl ||= `http://localhost:${scene.ports.public}`;
  const { options, home, say, watcher } = scene;
  const [database, mail, calls] = await Promise.all([
    raiseDatabase(scene),
    raiseMail(scene),
    raiseCalls(scene),
    build({ root: ROOT, say, signal: watcher.signal }),
  ]);
  const env = backendEnvironment(scene, database.url, mail.smtpPort, calls.isPresent);
  await migrate(scene, env);
  say("The database is up to date");
  const backends = await backendsOf(scene, env);
  const workers = workersOf(scene, env);
  await Promise.all([...backends.map(({ process }) => process), ...workers].map((process) => process.start()));
  const named = (name: string) => findProcess(scene.processes, name);
  const internalUrls = backends.map(({ internalPort }) => `http://127.0.0.1:${internalPort}`);
  return {
    publicUrl: scene.publicUrl,
    backendUrls: backends.map(({ port }) => `http://127.0.0.1:${port}`),
    internalUrl: internalUrls[0] ?? "",
    internalUrls,
    mailUrl: mail.url,
    mails: mail.messages,
    smtpPort: mail.smtpPort,
    prosodyUrl: `http://127.0.0.1:${scene.ports.prosody}`,
    databaseUrl: database.url,
    adminDatabaseUrl: database.adminUrl,
    clerk: { email: DEMO_CLERK_EMAIL, password: home.secrets.demoClerkPassword },
    callsAdvice: calls.isPresent ? undefined : calls.advice,
    env: { ...env, ...options.env?.all, ...options.env?.backend },
    logFolder: path.dirname(home.log("any")),
    pids: () =>
      Object.fromEntries(scene.processes.flatMap((one) => (one.pid() ? [[one.name, one.pid() as number]] : []))),
    kill: (name, signal) => named(name).kill(signal),
    start: (name) => named(name).start(),
    stopOne: (name) => named(name).stop(),
    restart: (name) => named(name).restart(),
    async stop() {
      await stopAll(scene);
      home.release();
    },
    destroy() {
      for (const one of scene.processes) one.destroy();
      home.release();
    },
  };
}

async function choosePorts({ ports }: StackOptions): Promise<Ports> {
  const given = (await ports?.()) ?? {};
  return {
    public: given.public ?? (await freePort()),
    internal: given.internal ?? (await freePort()),
    mail: given.mail ?? (await freePort()),
    smtp: given.smtp ?? (await freePort()),
    prosody: given.prosody ?? (await freePort()),
    postgres: given.postgres,
  };
}

async function raiseDatabase(scene: Scene): Promise<Pick<Postgres, "url"> & Partial<Pick<Postgres, "adminUrl">>> {
  const { options, home, say, watcher } = scene;
  if (options.databaseUrl) return { url: options.databaseUrl };
  const postgres = await startPostgres({
    home: home.folder,
    port: scene.ports.postgres,
    password: home.secrets.postgresPassword,
    adminPassword: home.secrets.postgresAdminPassword,
    outlivesLauncher: options.postgresOutlivesLauncher,
    settings: options.postgresSettings,
    logFile: home.log("postgres"),
    watcher,
    started: (process) => scene.processes.push(process),
  });
  say(postgres.isAdopted ? "PostgreSQL still ran and serves again" : "PostgreSQL runs");
  return postgres;
}

async function raiseMail({ home, ports, closers, say }: Scene): Promise<MailCatcher> {
  const mail = await startMailCatcher({
    folder: path.join(home.folder, "mail"),
    smtpPort: ports.smtp,
    webPort: ports.mail,
  });
  closers.push(mail.stop);
  say("The mail catcher runs");
  return mail;
}

async function raiseCalls(scene: Scene): Promise<PackageState> {
  const { options, home, ports, publicUrl, watcher, say } = scene;
  const state = await prosodyState(scene);
  if (!state.isPresent) {
    say(`Calls are off: ${state.advice}.`);
    return state;
  }
  await startProsody({
    root: ROOT,
    home: home.folder,
    port: ports.prosody,
    publicUrl,
    jitsiAppSecret: home.secrets.jitsiAppSecret,
    counterControlSecret: home.secrets.counterControlSecret,
    webhook: `http://127.0.0.1:${ports.internal}/internal/prosody/events`,
    env: options.env?.prosody,
    logFile: home.log("prosody"),
    watcher,
    started: (process) => scene.processes.push(process),
  });
  say("Prosody runs");
  return state;
}

async function prosodyState({ options, home, watcher, say }: Scene): Promise<PackageState> {
  if (hasProsody()) return { isPresent: true };
  if (!options.installsProsody) return { isPresent: false, advice: "prosody is missing" };
  const logFile = home.log("apt");
  return ensurePackage({ name: "prosody", command: "prosody" }, { say, logFile, signal: watcher.signal });
}

function backendEnvironment(scene: Scene, databaseUrl: string, smtpPort: number, hasCalls: boolean): NodeJS.ProcessEnv {
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

async function migrate({ options, home, watcher }: Scene, env: NodeJS.ProcessEnv): Promise<void> {
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

async function backendsOf(scene: Scene, env: NodeJS.ProcessEnv): Promise<Backend[]> {
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

function workersOf(scene: Scene, env: NodeJS.ProcessEnv): Supervised[] {
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

/** Those who use the database first, the database last. */
async function stopAll({ processes, closers }: Scene): Promise<void> {
  const isService = (one: Supervised) => one.name === "postgres" || one.name === "prosody";
  await Promise.all(processes.filter((one) => !isService(one)).map((one) => one.stop()));
  await Promise.all(processes.filter((one) => one.name === "prosody").map((one) => one.stop()));
  await Promise.all(processes.filter((one) => one.name === "postgres").map((one) => one.stop()));
  await Promise.all(closers.splice(0).map((close) => close()));
}

function findProcess(processes: Supervised[], name: string): Supervised {
  const found = processes.find((one) => one.name === name);
  if (!found) throw new Error(`There is no process "${name}": ${processes.map((one) => one.name).join(", ")}.`);
  return found;
}

function rejectionOf(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}
