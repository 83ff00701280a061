import { timingSafeEqual } from "node:crypto";
import type { Config } from "../../config.js";
import type { VoiceMenu } from "../../platform/context.js";
import { Refusal } from "../../platform/http/refusal.js";
import { hashToken } from "../../platform/tokens.js";

/** The voice menu of the telephone system, by the secret that it shares with us. Refused: 404 not_found (nobody can dial in here), 401 unauthenticated. */
export function findVoiceMenu(
  { DIAL_IN_NUMBER: number, DIAL_IN_SECRET: secret }: Pick<Config, "DIAL_IN_NUMBER" | "DIAL_IN_SECRET">,
  authorization: string,
): VoiceMenu {
  if (!number || !secret) throw new Refusal(404, "not_found");
  if (!timingSafeEqual(hashToken(authorization), hashToken(`Bearer ${secret}`)))
    throw new Refusal(401, "unauthenticated");
  return { kind: "voice_menu" };
}
