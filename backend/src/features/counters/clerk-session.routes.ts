import { acceptWelcomeInput, clerkView, signInInput, welcomeView } from "@balie/contract/clerks";
import type { EntityManager } from "typeorm";
import { z } from "zod";
import { type Http, route } from "../../platform/http/route.js";
import { acceptWelcome } from "../clerks/accept-welcome.js";
import { Clerk } from "../clerks/clerk.entity.js";
import { ClerkSession } from "../clerks/clerk-session.entity.js";
import { sessionHours } from "../clerks/clerk-session.rules.js";
import { signIn } from "../clerks/sign-in.js";
import { loadClerkView } from "./load-clerk-view.js";
import { loadMunicipality } from "./load-municipality.js";

export const sessionCookie = "balie_session";
const cookiePath = "/api/";
const welcomeLimit = { name: "welcome", points: 20, seconds: 300 };

/** Signing in and out, the welcome link's way in, and who is signed in at which counters: the lowest feature that knows both clerks and counters. */
export function clerkSessionRoutes(settings: Parameters<typeof loadClerkView>[2]) {
  const view = (db: EntityManager, clerkId: string) => loadClerkView(db, clerkId, settings);
  return [
    route({
      method: "POST",
      path: "/api/clerk-session",
      access: "anyone",
      limit: { name: "sign-in", points: 10, seconds: 300 },
      input: signInInput,
      output: clerkView,
      run: async (context, input, http) => {
        const { clerkId, token } = await signIn(context, input);
        keepSession(http, token);
        return view(context.db, clerkId);
      },
    }),
    route({
      method: "GET",
      path: "/api/clerk-session",
      access: "clerk",
      input: z.object({}),
      output: clerkView,
      run: ({ db, actor }) => view(db, actor.clerkId),
    }),
    route({
      method: "DELETE",
      path: "/api/clerk-session",
      access: "clerk",
      input: z.object({}),
      output: null,
      run: async ({ db, actor }, _, http) => {
        await db.delete(ClerkSession, { id: actor.sessionId });
        http.clearCookie(sessionCookie, cookiePath);
      },
    }),
    route({
      method: "GET",
      path: "/api/welcome",
      access: "welcome",
      limit: welcomeLimit,
      input: z.object({}),
      output: welcomeView,
      run: async ({ db, actor }) => {
        const { email, name } = await db.findOneByOrFail(Clerk, { id: actor.clerkId });
        return { email, name, municipalityName: (await loadMunicipality(db)).name };
      },
    }),
    route({
      method: "POST",
      path: "/api/welcome",
      access: "welcome",
      limit: welcomeLimit,
      input: acceptWelcomeInput,
      output: clerkView,
      run: async (context, input, http) => {
        keepSession(http, await acceptWelcome(context, input));
        return view(context.db, context.actor.clerkId);
      },
    }),
  ];
}

const keepSession = (http: Http, token: string) =>
  http.setCookie(sessionCookie, token, { path: cookiePath, maxAgeSeconds: sessionHours * 3600, sameSite: "strict" });
