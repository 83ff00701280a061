import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { endingWithParent, ownFolder, type ServiceUser, servicesFolder, serviceUser } from "./service-user.ts";
import { type Supervised, supervise, type Watcher } from "./supervise.ts";

export interface ProsodyOptions {
  root: string;
  home: string;
  port: number;
  publicUrl: string;
  jitsiAppSecret: string;
  counterControlSecret: string;
  /** Where our module reports who comes and goes: the backend's internal port. */
  webhook: string;
  env?: NodeJS.ProcessEnv;
  logFile?: string;
  watcher?: Partial<Watcher>;
  started?: (process: Supervised) => void;
}

export const JITSI_DOMAIN = "meet.localhost";
export const JITSI_MUC_DOMAIN = "muc.meet.localhost";
export const JITSI_APP_ID = "balie";

export function hasProsody(): boolean {
  return spawnSync("sh", ["-c", "command -v prosody"], { stdio: "ignore" }).status === 0;
}

/** Debian's Prosody with our configuration and modules, on 127.0.0.1 only. As root it drops to `prosody` or `nobody`. */
export async function startProsody(options: ProsodyOptions): Promise<Supervised> {
  const user = serviceUser("prosody");
  const folder = path.join(servicesFolder(options.home), "prosody");
  const configuration = copyConfiguration(options.root, folder, user);
  const [command = "prosody", ...before] = [...endingWithParent("TERM"), "prosody"];
  const server = supervise(
    {
      name: "prosody",
      command,
      args: [...before, "-F", "--config", configuration],
      env: environment(options, folder),
      cwd: "/",
      user,
      marker: configuration,
      logFile: options.logFile ?? path.join(options.home, "log/prosody.log"),
      isReady: () => answersHttp(options.port),
      stopWithinMs: 2500,
    },
    { notice: () => {}, changed: () => {}, revives: true, ...options.watcher },
  );
  options.started?.(server);
  await server.start();
  return server;
}

/** Copied at each start: the service user may not reach the checkout. Owned by root there, so that it cannot rewrite them. */
function copyConfiguration(root: string, folder: string, user: ServiceUser | undefined): string {
  fs.mkdirSync(folder, { recursive: true, mode: 0o711 });
  ownFolder(path.join(folder, "data"), user);
  for (const [from, to] of [
    ["jitsi-config/prosody", "config"],
    ["jitsi-config/prosody-modules", "modules"],
  ] as const) {
    const target = path.join(folder, to);
    fs.rmSync(target, { recursive: true, force: true });
    fs.mkdirSync(target, { recursive: true });
    if (fs.existsSync(path.join(root, from))) fs.cpSync(path.join(root, from), target, { recursive: true });
  }
  spawnSync("chmod", ["-R", "a+rX", path.join(folder, "config"), path.join(folder, "modules")]);
  return path.join(folder, "config/embedded.cfg.lua");
}

function environment(options: ProsodyOptions, folder: string): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    LANG: "C.UTF-8",
    HOME: path.join(folder, "data"),
    PROSODY_HTTP_PORT: String(options.port),
    PROSODY_DATA_DIR: path.join(folder, "data"),
    PROSODY_MODULES_DIR: path.join(folder, "modules"),
    PUBLIC_URL: options.publicUrl,
    JITSI_DOMAIN,
    JITSI_MUC_DOMAIN,
    JITSI_APP_ID,
    JITSI_APP_SECRET: options.jitsiAppSecret,
    COUNTER_CONTROL_SECRET: options.counterControlSecret,
    COUNTER_CONTROL_WEBHOOK: options.webhook,
    ...options.env,
  };
}

/** Any answer will do: Prosody opens its HTTP port when its modules are loaded. */
async function answersHttp(port: number): Promise<boolean> {
  const answer = await fetch(`http://127.0.0.1:${port}/xmpp-websocket`, { signal: AbortSignal.timeout(1000) });
  await answer.body?.cancel();
  return true;
}
