import { z } from "zod";
import { localised } from "./languages.js";
import { line } from "./plain-text.js";

export const clerkRole = z.enum(["clerk", "supervisor", "admin"]);
export type ClerkRole = z.infer<typeof clerkRole>;

/** POST /api/clerk-session → clerkView and the session cookie; GET answers who is signed in (401 unauthenticated); DELETE signs out (204). */
export const signInInput = z.object({ email: line(254), password: z.string().min(1).max(200) });
export type SignInInput = z.infer<typeof signInInput>;

/** Long, and otherwise as the clerk likes: NIST SP 800-63B, 3.1.1.2, wants no rules about kinds of characters. */
export const leastPasswordCharacters = 12;

/** GET /api/welcome: whom the welcome link is for. The link's token goes in the Authorization header; reading changes nothing, as mail scanners read. */
export const welcomeView = z.object({ email: z.string(), name: z.string(), municipalityName: z.string() });
export type WelcomeView = z.infer<typeof welcomeView>;

/** POST /api/welcome → clerkView and the session cookie. */
export const acceptWelcomeInput = z.object({
  name: z
    .string()
    .trim()
    .min(1)
    .max(120)
    .regex(/^[^\p{Cc}\u2028\u2029]*$/u),
  password: z.string().min(leastPasswordCharacters).max(200),
});
export type AcceptWelcomeInput = z.infer<typeof acceptWelcomeInput>;

export const clerkView = z.object({
  id: z.uuid(),
  name: z.string(),
  role: clerkRole,
  counters: z.array(z.object({ id: z.uuid(), name: localised })),
  municipality: z.object({
    name: z.string(),
    timeZone: z.string(),
    hasCalls: z.boolean(),
    /** A citizen without internet can dial in. */
    hasDialIn: z.boolean(),
  }),
});
export type ClerkView = z.infer<typeof clerkView>;
