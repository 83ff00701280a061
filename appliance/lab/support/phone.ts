// The appliance with a telephone: an account at the lab's provider, and the profile `phone`.
import fs from "node:fs";
import path from "node:path";
import { succeed } from "./operator.ts";
import { addressOf, compose, FOLDER, SIP_PASSWORD, secret, start } from "./site.ts";

export const SIP_ACCOUNT = "3291234567@sip.voorbeeldegem.example";

/** @returns what takes the telephone away again, the settings as they were. */
export async function connectPhone(): Promise<() => Promise<void>> {
  const file = path.join(FOLDER, ".env");
  const settings = fs.readFileSync(file, "utf8");
  const answers = { uri: SIP_ACCOUNT, password: SIP_PASSWORD, server: "sip", port: "5060", transport: "UDP" };
  const flags = Object.entries(answers).flatMap(([name, value]) => [`--sip-${name}`, value]);
  await succeed("configure", ["--non-interactive", ...flags]);
  await start();
  return async () => {
    await compose(["rm", "-sf", "jigasi", "sip"]);
    fs.writeFileSync(file, settings, { mode: 0o600 });
    await start();
  };
}

/** A command to our Prosody module, as the backend gives it. */
export async function command(name: "dial" | "hangup", body: object): Promise<{ status: number; body: unknown }> {
  const answer = await fetch(`http://${await addressOf("prosody")}:5280/counter_control/${name}`, {
    method: "POST",
    headers: { authorization: `Bearer ${secret("counter_control_secret")}` },
    body: JSON.stringify(body),
  });
  return { status: answer.status, body: await answer.json() };
}
