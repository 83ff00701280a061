import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Home } from "./home.ts";
import type { Supervised, Watcher } from "./supervise.ts";

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

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

/** What the steps of a start share. */
export interface Scene {
  options: StackOptions;
  home: Home;
  ports: Ports;
  publicUrl: string;
  processes: Supervised[];
  watcher: Watcher & { signal: AbortSignal };
  closers: (() => Promise<void>)[];
  say: (line: string) => void;
}
