import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { backendEnvironment, backendsOf, DEMO_CLERK_EMAIL, migrate, workersOf } from "./backend-processes.ts";
import { build } from "./build.ts";
import { type Home, openHome } from "./home.ts";
import { type MailCatcher, startMailCatcher } from "./mail-catcher.ts";
import { ensurePackage, type PackageState } from "./packages.ts";
import { freePort } from "./ports.ts";
import { type Postgres, startPostgres } from "./postgres.ts";
import { hasProsody, startProsody } from "./prosody.ts";
import { Refusal } from "./refusal.ts";
import { type Ports, ROOT, type Scene, type StackOptions } from "./scene.ts";
import type { Supervised } from "./supervise.ts";

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
