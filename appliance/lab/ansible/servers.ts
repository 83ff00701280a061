// Fresh servers as containers with systemd, each with a Docker engine of its own, and the operator's computer beside them.
import { execFile } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { until } from "../../../backend/test/until.ts";
import { ROOT } from "../../embedded/scene.ts";

const HERE = path.join(ROOT, "appliance/lab/ansible");
/** Made by appliance/lab/run, as are the images. */
const FOLDER = path.join(required("LAB_FOLDER"), "ansible");
const VERSION = required("LAB_VERSION");
const NETWORK = `balie-ansible-${process.pid}`;
/** systemd and an engine inside need what only a real server's root has; SYS_RESOURCE they can do without. */
const RIGHTS = ["--security-opt=seccomp=unconfined", "--security-opt=apparmor=unconfined", "--cap-add=ALL"].concat([
  "--cap-drop=SYS_RESOURCE",
  "--cgroupns=private",
  "--tmpfs=/run",
  "--tmpfs=/run/lock",
]);

export const SERVERS = ["balie", "bridge2"] as const;
export type Server = (typeof SERVERS)[number];

export interface Recap {
  changed: number;
  failed: number;
  unreachable: number;
}

export interface Play {
  out: string;
  recap: Partial<Record<string, Recap>>;
}

export async function startServers(): Promise<void> {
  fs.mkdirSync(FOLDER, { recursive: true });
  await Promise.all(["server", "control"].map(buildImage));
  await saveImages();
  await makeCertificate();
  await docker("network", "create", NETWORK);
  await Promise.all(SERVERS.map((name) => run(name, "balie-lab-server", RIGHTS)));
  const mounts = [
    `--volume=${ROOT}:/balie:ro`,
    `--volume=${FOLDER}:/work`,
    "--workdir=/balie/ansible",
    "--cap-add=NET_ADMIN",
  ];
  await run("control", "balie-lab-control", [...mounts, "--env=ANSIBLE_CONFIG=/balie/ansible/ansible.cfg"]);
  await handOver();
}

export async function stopServers(): Promise<void> {
  const names = [...SERVERS, "control", "database"].map(containerName);
  await docker("rm", "--force", "--volumes", ...names).catch(() => undefined);
  await docker("network", "rm", NETWORK).catch(() => undefined);
}

/** A PostgreSQL that is not the appliance's, on a machine of its own; answers its address. */
export async function startDatabase(password: string): Promise<string> {
  const settings = ["POSTGRES_USER=balie", "POSTGRES_DB=balie", `POSTGRES_PASSWORD=${password}`];
  await run(
    "database",
    "postgres:17-trixie",
    settings.map((each) => `--env=${each}`),
  );
  return addressOf("database");
}

/** Runs a shell script in a container as root; rejects with its own words when it fails. */
export const inside = (name: Server | "control" | "database", script: string): Promise<string> =>
  docker("exec", containerName(name), "bash", "-euo", "pipefail", "-c", script);

/** Whether a TCP port answers, seen from another container. */
export const canReach = (from: Server | "control", host: string, port: number): Promise<boolean> =>
  inside(from, `timeout 4 bash -c 'exec 3<>/dev/tcp/${host}/${port}'`).then(
    () => true,
    () => false,
  );

/** Runs a playbook, or with "-m" a module, as the operator does; a failure is a play too. */
export async function play(...args: string[]): Promise<Play> {
  const tool = args.includes("-m") ? "ansible" : "ansible-playbook";
  const command = [tool, "-i", "/balie/appliance/lab/ansible/inventory", ...args];
  const out = await docker("exec", containerName("control"), ...command).catch((fault: Error) => fault.message);
  const recap: Play["recap"] = {};
  for (const [, host = "", changed, unreachable, failed] of out.matchAll(
    /^(\S+)\s+: ok=\d+\s+changed=(\d+)\s+unreachable=(\d+)\s+failed=(\d+)/gm,
  ))
    recap[host] = { changed: Number(changed), failed: Number(failed), unreachable: Number(unreachable) };
  return { out, recap };
}

export const changesIn = ({ out }: Play): string[] =>
  out.split(/^(?=TASK |RUNNING HANDLER |PLAY )/m).filter((task) => /^changed: /m.test(task));

export async function addressOf(name: Server | "database"): Promise<string> {
  const format = "{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}";
  return (await docker("inspect", "--format", format, containerName(name))).trim();
}

const containerName = (name: string): string => `${NETWORK}-${name}`;

const run = (name: string, image: string, options: string[]): Promise<string> =>
  docker(
    ...["run", "--detach", "--name", containerName(name), "--hostname", name],
    ...["--network", NETWORK, "--network-alias", name, ...options, image],
  );

const buildImage = (name: string): Promise<string> =>
  docker("build", "--quiet", "--tag", `balie-lab-${name}`, "--file", path.join(HERE, `${name}.Dockerfile`), HERE);

/** What appliance/save-images would write: here no image can be pulled. */
async function saveImages(): Promise<void> {
  const { version } = JSON.parse(fs.readFileSync(path.join(ROOT, "package.json"), "utf8"));
  await docker("tag", `balie:${VERSION}`, `balie:${version}`);
  const shipped = fs.readFileSync(path.join(ROOT, "docker-compose.yml"), "utf8");
  const named = [...shipped.matchAll(/^ +image: (\S+)$/gm)].map(([, name = ""]) =>
    name.replace(/\$\{\w+:-([^}]+)\}/, "$1"),
  );
  const present: string[] = [];
  for (const name of new Set(named))
    if (!name.includes("$") && (await docker("image", "inspect", name).catch(() => ""))) present.push(name);
  await save("images.tar.gz", [`balie:${version}`, ...present]);
  await save(
    "bridge.tar.gz",
    present.filter((name) => name.includes("/jvb:")),
  );
}

const save = (file: string, images: string[]): Promise<string> =>
  command("bash", [
    "-o",
    "pipefail",
    "-c",
    'file=$1; shift; docker save "$@" | gzip -1 >"$file"',
    "save",
    path.join(FOLDER, file),
    ...images,
  ]);

async function makeCertificate(): Promise<void> {
  const names = "subjectAltName=DNS:balie.lab.test,DNS:turn.balie.lab.test";
  await command("openssl", [
    ...["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "30"],
    ...["-keyout", path.join(FOLDER, "privkey.pem"), "-out", path.join(FOLDER, "fullchain.pem")],
    ...["-subj", "/CN=balie.lab.test", "-addext", names],
  ]);
}

/** As a provider hands a server over: one user with sudo, who has the operator's key. */
async function handOver(): Promise<void> {
  await inside("control", "mkdir -m 700 /root/.ssh && ssh-keygen -q -t ed25519 -N '' -f /root/.ssh/id_ed25519");
  const key = (await inside("control", "cat /root/.ssh/id_ed25519.pub")).trim();
  for (const server of SERVERS) {
    await inside(
      server,
      `useradd -m -s /bin/bash beheer && echo "beheer ALL=(ALL) NOPASSWD: ALL" >/etc/sudoers.d/beheer
       install -d -m 700 -o beheer -g beheer /home/beheer/.ssh
       echo "${key}" | install -m 600 -o beheer -g beheer /dev/stdin /home/beheer/.ssh/authorized_keys`,
    );
    const hasStarted = "{ systemctl is-system-running --wait || true; } | grep -xE 'running|degraded'";
    await until(`${server} has started`, () => inside(server, hasStarted), 60_000);
    const keys = `ssh-keyscan ${server} 2>/dev/null >/tmp/keys && tee -a /root/.ssh/known_hosts </tmp/keys`;
    await until(`ssh of ${server}`, () => inside("control", keys), 60_000);
  }
}

const docker = (...args: string[]): Promise<string> => command("docker", args);

function command(program: string, args: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(program, args, { maxBuffer: 64 * 1024 * 1024 }, (error, out, err) => {
      if (error) reject(new Error(`${program} ${args.slice(0, 3).join(" ")} failed:\n${out}${err.slice(-3000)}`));
      else resolve(out);
    });
  });
}

function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is missing: start the lab by appliance/lab/run`);
  return value;
}
