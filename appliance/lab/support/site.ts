// One appliance, installed in a folder of its own from a clone of this checkout, with the lab's override file.
import { randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { ROOT } from "../../embedded/scene.ts";
import { type CommandOptions, command } from "./command.ts";

/** Made by appliance/lab/run. */
export const LAB = required("LAB_FOLDER");
export const FOLDER = path.join(LAB, "site");
export const KEYS = path.join(LAB, "keys");
export const MAIL = path.join(LAB, "mail");
export const DOMAIN = "balie.voorbeeldegem.example";
export const TURN_DOMAIN = `turn.${DOMAIN}`;
/** Of this machine alone; one per lab, so that two may run. */
export const ADDRESS = required("LAB_ADDRESS");
/** Where Grafana listens: on a server 127.0.0.1, here an address that no citizen's machine asks. */
export const OPERATOR_ADDRESS = ADDRESS.replace(/^127\.77\./, "127.78.");
export const VERSION = required("LAB_VERSION");
/** Of the account at the lab's telephone provider. */
export const SIP_PASSWORD = "labSipPassword1";
export const CLERK = { email: "an@voorbeeldegem.example", password: "appel-boom-citroen-2026" };

/** The commands of the README on a fresh server, up to but without the start. */
export async function install(): Promise<void> {
  fs.rmSync(FOLDER, { recursive: true, force: true });
  fs.rmSync(MAIL, { recursive: true, force: true });
  await makeKeys();
  await command("git", ["clone", "--quiet", ROOT, FOLDER]);
  await copyChanges();
  await configure();
  hastenRenewal();
  addLabSettings();
}

/** In CI the checkout is clean; by hand, the lab shows what is being worked on. */
async function copyChanges(): Promise<void> {
  const listed = await command("git", ["ls-files", "-mo", "--exclude-standard"], { cwd: ROOT });
  for (const file of listed.split("\n").filter((each) => each && fs.existsSync(path.join(ROOT, each)))) {
    fs.cpSync(path.join(ROOT, file), path.join(FOLDER, file), { preserveTimestamps: true });
  }
}

async function makeKeys(): Promise<void> {
  fs.mkdirSync(MAIL, { recursive: true });
  // The mail server's own user writes there.
  fs.chmodSync(MAIL, 0o777);
  if (fs.existsSync(KEYS)) return;
  fs.mkdirSync(KEYS, { recursive: true });
  await command(path.join(ROOT, "appliance/lab/make-keys"), [KEYS, "mail", "authority", DOMAIN, TURN_DOMAIN]);
}

async function configure(): Promise<void> {
  const answers = {
    domain: DOMAIN,
    municipality: "Gemeente Voorbeeldegem",
    "admin-email": "ict@voorbeeldegem.example",
    "mail-server": `smtp://balie:${smtpPassword()}@mail:587`,
    "mail-from": "Gemeente Voorbeeldegem <balie@voorbeeldegem.example>",
    "public-ip": ADDRESS,
    "time-zone": "Europe/Brussels",
  };
  const flags = Object.entries(answers).flatMap(([name, value]) => [`--${name}`, value]);
  await command(path.join(FOLDER, "appliance/configure"), ["--non-interactive", ...flags], { cwd: FOLDER });
}

/**
 * As shipped, but looks every few seconds whether a certificate wants renewing, and holds that it does with three quarters of its time
 * left: half a minute after the lab's authority made it, which dates it a minute back.
 */
function hastenRenewal(): void {
  const shipped = fs.readFileSync(path.join(FOLDER, "appliance/caddy/tls/letsencrypt.global"), "utf8");
  fs.writeFileSync(path.join(LAB, "letsencrypt.global"), `${shipped}renew_interval 5s\nrenewal_window_ratio 0.75\n`);
}

/** What differs here from a server: image version, its own authority, an address of its own, the override file. */
function addLabSettings(): void {
  changeSettings({
    BALIE_VERSION: VERSION,
    TLS_MODE: "internal",
    LISTEN_ADDRESS: ADDRESS,
    GRAFANA_LISTEN: `${OPERATOR_ADDRESS}:3000`,
    AUTHORITIES_FILE: path.join(KEYS, "authority.pem"),
    COMPOSE_FILE: "docker-compose.yml:appliance/lab/docker-compose.lab.yml",
    LAB_FOLDER: LAB,
    LAB_SMTP_PASSWORD: smtpPassword(),
    LAB_SIP_PASSWORD: SIP_PASSWORD,
  });
}

/** Writes lines of .env as an operator would with an editor. */
export function changeSettings(settings: Record<string, string>): void {
  const file = path.join(FOLDER, ".env");
  let text = fs.readFileSync(file, "utf8");
  for (const [name, value] of Object.entries(settings)) {
    const line = new RegExp(`^${name}=.*$`, "m");
    text = line.test(text) ? text.replace(line, `${name}=${value}`) : `${text.trimEnd()}\n${name}=${value}\n`;
  }
  fs.writeFileSync(file, text, { mode: 0o600 });
}

/** A line of .env. */
export const setting = (name: string): string =>
  new RegExp(`^${name}=(.*)$`, "m").exec(fs.readFileSync(path.join(FOLDER, ".env"), "utf8"))?.[1] ?? "";

function smtpPassword(): string {
  const file = path.join(LAB, "smtp-password");
  if (!fs.existsSync(file)) fs.writeFileSync(file, randomBytes(24).toString("hex"), { mode: 0o600 });
  return fs.readFileSync(file, "utf8");
}

export const secret = (name: string): string => fs.readFileSync(path.join(FOLDER, "secrets", name), "utf8").trim();

export const compose = (args: string[], options: CommandOptions = {}): Promise<string> =>
  command("docker", ["compose", "--progress", "quiet", ...args], { cwd: FOLDER, ...options });

export const start = (...flags: string[]): Promise<string> =>
  compose([...flags, "up", "-d", "--wait", "--wait-timeout", "120"]);

let raising: Promise<void> | undefined;

/** For a file that is run alone: an appliance that runs and has the demo municipality. */
export const ensureUp = (): Promise<void> => {
  raising ??= raise();
  return raising;
};

async function raise(): Promise<void> {
  if (!fs.existsSync(path.join(FOLDER, ".env"))) await install();
  await start();
  await fillDemo();
}

export const fillDemo = (): Promise<string> =>
  compose([
    ...["run", "--rm", "--no-deps", "-T", "-e", `DEMO_CLERK_EMAIL=${CLERK.email}`],
    ...["-e", `DEMO_CLERK_PASSWORD=${CLERK.password}`, "migrate", "node", "backend/dist/migrate.js", "--demo"],
  ]);

/** The container that runs a service now. */
export const containerOf = async (service: string): Promise<string> => (await compose(["ps", "-q", service])).trim();

/** Where this machine reaches a container, whatever it publishes. */
export async function addressOf(service: string): Promise<string> {
  const format = "{{range .NetworkSettings.Networks}}{{.IPAddress}}\n{{end}}";
  const addresses = await command("docker", ["inspect", "-f", format, await containerOf(service)]);
  return addresses.split("\n")[0] ?? "";
}

function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is missing: start the lab by appliance/lab/run`);
  return value;
}
