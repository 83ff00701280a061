// The appliance with a telephone: an account at the lab's provider, and the profile `phone`.
import fs from "node:fs";
import path from "node:path";
import { succeed } from "./operator.ts";
import { compose, FOLDER, SIP_PASSWORD, start } from "./site.ts";

export const SIP_ACCOUNT = "3291234567@sip.voorbeeldegem.example";

export async function connectPhone(): Promise<void> {
  const answers = { uri: SIP_ACCOUNT, password: SIP_PASSWORD, server: "sip", port: "5060", transport: "UDP" };
  const flags = Object.entries(answers).flatMap(([name, value]) => [`--sip-${name}`, value]);
  await succeed("configure", ["--non-interactive", ...flags]);
  await start();
}

/** @param settings those before. */
export async function disconnectPhone(settings: string): Promise<void> {
  await compose(["rm", "-sf", "jigasi", "sip"]);
  fs.writeFileSync(path.join(FOLDER, ".env"), settings, { mode: 0o600 });
  await start();
}
