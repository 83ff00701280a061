import type { DialInView } from "@balie/contract/dial-in";
import type { DialIn } from "./dial-in.entity.js";

/** An open one whose time is over is told as such before the worker comes round. */
export const viewDialIn = (dialIn: DialIn, now: Date): DialInView => ({
  id: dialIn.id,
  role: dialIn.role,
  name: dialIn.name,
  language: dialIn.language,
  state: dialIn.state === "open" && dialIn.expiresAt <= now ? "expired" : dialIn.state,
  askedAt: dialIn.askedAt.toISOString(),
  expiresAt: dialIn.expiresAt.toISOString(),
  usedAt: dialIn.usedAt?.toISOString() ?? null,
});
