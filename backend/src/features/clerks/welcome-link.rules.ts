import type { WelcomeLink } from "./welcome-link.entity.js";

export const welcomeHours = 24;
/** So long a dead link is still told from an unknown one. */
const rememberedDays = 30;

export const welcomeEndsAt = (now: Date): Date => new Date(now.getTime() + welcomeHours * 3_600_000);
export const welcomeForgottenBefore = (now: Date): Date => new Date(now.getTime() - rememberedDays * 86_400_000);

/** Why a link opens nothing any more; null while it does. */
export const deadBecause = (
  { usedAt, expiresAt }: Pick<WelcomeLink, "usedAt" | "expiresAt">,
  now: Date,
): "welcome_used" | "welcome_expired" | null => {
  if (usedAt) return "welcome_used";
  return expiresAt <= now ? "welcome_expired" : null;
};
