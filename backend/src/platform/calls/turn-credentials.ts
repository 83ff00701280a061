import { createHmac } from "node:crypto";

export type TurnCredentials = { username: string; password: string };

/** As Prosody hands them out and coturn takes them (use-auth-secret): the name is the second since 1970 at which they end, the password its keyed hash.
    Source: draft-uberti-behave-turn-rest-00, section 2.2. */
export function makeTurnCredentials(secret: string, who: string, seconds: number, now: Date): TurnCredentials {
  const username = `${Math.floor(now.getTime() / 1_000) + seconds}:${who}`;
  return { username, password: createHmac("sha1", secret).update(username).digest("base64") };
}
