// A certificate of the municipality's own, put in its place as certs/README.md says.
import fs from "node:fs";
import path from "node:path";
import { ROOT } from "../../embedded/scene.ts";
import { command } from "./command.ts";
import { compose, FOLDER, KEYS } from "./site.ts";

export async function putCertificate(names: string[], days: number): Promise<void> {
  await command(path.join(ROOT, "appliance/lab/issue"), [KEYS, "own", String(days), ...names]);
  place("own.pem", "fullchain.pem");
  place("own.key", "privkey.pem");
  await compose(["restart", "caddy"]);
  await compose(["up", "-d", "--wait", "caddy"]);
}

/** A new file under the old name, as most programs write. */
function place(from: string, to: string): void {
  const target = path.join(FOLDER, "certs", to);
  fs.copyFileSync(path.join(KEYS, from), `${target}.new`);
  fs.chmodSync(`${target}.new`, 0o444);
  fs.renameSync(`${target}.new`, target);
}
