import { X509Certificate } from "node:crypto";
import { certificateOf } from "./ask.ts";
import { ADDRESS, DOMAIN, ensureUp, TURN_DOMAIN } from "./site.ts";

/** Chromium finds the appliance by its name, and takes of all unknown certificates only the one that was just checked. */
export async function browserArguments(): Promise<string[]> {
  await ensureUp();
  const { raw } = await certificateOf(DOMAIN);
  return [
    `--host-resolver-rules=MAP ${DOMAIN} ${ADDRESS},MAP ${TURN_DOMAIN} ${ADDRESS}`,
    `--ignore-certificate-errors-spki-list=${await keyPin(raw)}`,
  ];
}

async function keyPin(certificate: Buffer): Promise<string> {
  const key = new X509Certificate(certificate).publicKey.export({ type: "spki", format: "der" });
  return Buffer.from(await crypto.subtle.digest("SHA-256", key)).toString("base64");
}
