import type { CallRole } from "@balie/contract/guests";
import { SignJWT } from "jose";

export type CallPerson = { userId: string; name: string; role: CallRole };
export type CallSettings = { appId: string; appSecret: string; domain: string };

/** Long enough to load the library and join on a slow line; the call itself outlives it. */
export const callTokenMinutes = 3;

/** A Jitsi token for one room and one person. `typ` and a string `aud` are what Jitsi's own modules demand; only a clerk is moderator, and `features` is present, so that
    nothing is allowed by default. Everything in context.user is broadcast in the room: nothing private belongs there.
    Source: jitsi-meet resources/prosody-plugins token/util.lib.lua, mod_token_affiliation. */
export function mintCallToken(settings: CallSettings, person: CallPerson, room: string, now: Date): Promise<string> {
  const issuedAt = Math.floor(now.getTime() / 1000);
  const isModerator = person.role === "clerk";
  return new SignJWT({
    room,
    context: {
      user: { id: person.userId, name: person.name, role: person.role, ...(isModerator ? { moderator: true } : {}) },
      features: {},
    },
  })
    .setProtectedHeader({ alg: "HS256", typ: "JWT" })
    .setIssuer(settings.appId)
    .setAudience("jitsi")
    .setSubject(settings.domain)
    .setIssuedAt(issuedAt)
    .setNotBefore(issuedAt - 10)
    .setExpirationTime(issuedAt + callTokenMinutes * 60)
    .sign(new TextEncoder().encode(settings.appSecret));
}
