import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../../../appliance/embedded/ports.ts";
import { byUdp } from "../../src/platform/doctor/ask-stun.js";
import { encodeStun, stun } from "../../src/platform/doctor/stun-message.js";
import { until } from "../until.js";
import type { KeyPair } from "./certificates.js";

/** Debian's coturn on the loopback interface, with the options of appliance/turn that matter here. */
export async function startCoturn(secret: string, pair: KeyPair) {
  const folder = await mkdtemp(join(tmpdir(), "balie-coturn-"));
  const [port, tlsPort] = [await freePort(), await freePort()];
  await writeFile(join(folder, "cert.pem"), pair.cert);
  await writeFile(join(folder, "key.pem"), pair.key);
  const settings = {
    "listening-ip": "127.0.0.1",
    "relay-ip": "127.0.0.1",
    "listening-port": port,
    "tls-listening-port": tlsPort,
    realm: "turn.balie.test",
    "static-auth-secret": secret,
    cert: join(folder, "cert.pem"),
    pkey: join(folder, "key.pem"),
    userdb: join(folder, "turndb"),
    pidfile: join(folder, "turn.pid"),
    "log-file": "stdout",
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name}=${value}`);
  await writeFile(
    join(folder, "turn.conf"),
    [...lines, "use-auth-secret", "fingerprint", "no-cli", "no-dtls"].join("\n"),
  );
  const child: ChildProcess = spawn("turnserver", ["-c", join(folder, "turn.conf")], { stdio: "ignore", cwd: folder });
  process.once("exit", () => child.kill("SIGKILL"));
  await until("coturn answers", () => answers(port));
  return {
    port,
    tlsPort,
    stop: async () => {
      const gone = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGKILL");
      await gone;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function answers(port: number): Promise<boolean> {
  const way = await byUdp("127.0.0.1", port);
  return way
    .ask(encodeStun(stun.bindingRequest, []))
    .then(
      () => true,
      () => false,
    )
    .finally(way.close);
}
