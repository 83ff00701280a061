import { z } from "zod";
import { localised } from "./languages.js";

export const clerkRole = z.enum(["clerk", "supervisor", "admin"]);
export type ClerkRole = z.infer<typeof clerkRole>;

/** POST /api/clerk-session → clerkView and the session cookie; GET answers who is signed in (401 unauthenticated); DELETE signs out (204). */
export const signInInput = z.object({ email: z.string().trim().min(1).max(254), password: z.string().min(1).max(200) });
export type SignInInput = z.infer<typeof signInInput>;

export const clerkView = z.object({
  id: z.uuid(),
  name: z.string(),
  role: clerkRole,
  counters: z.array(z.object({ id: z.uuid(), name: localised })),
  municipality: z.object({ name: z.string(), timeZone: z.string(), hasCalls: z.boolean() }),
});
export type ClerkView = z.infer<typeof clerkView>;
