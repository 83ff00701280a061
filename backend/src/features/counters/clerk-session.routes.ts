import { clerkView, signInInput } from "@balie/contract/clerks";
import { type EntityManager, In } from "typeorm";
import { z } from "zod";
import { route } from "../../platform/http/route.js";
import { Clerk } from "../clerks/clerk.entity.js";
import { ClerkCounter } from "../clerks/clerk-counter.entity.js";
import { ClerkSession } from "../clerks/clerk-session.entity.js";
import { sessionHours } from "../clerks/clerk-session.rules.js";
import { signIn } from "../clerks/sign-in.js";
import { viewClerk } from "./clerk.view.js";
import { Counter } from "./counter.entity.js";
import { loadMunicipality } from "./load-municipality.js";

export const sessionCookie = "balie_session";
const cookiePath = "/api/";

/** Signing in and out, and who is signed in at which counters: the lowest feature that knows both clerks and counters. */
export function clerkSessionRoutes(settings: { hasCalls: boolean }) {
  const view = async (db: EntityManager, clerkId: string) => {
    const clerk = await db.findOneByOrFail(Clerk, { id: clerkId });
    const works = await db.findBy(ClerkCounter, { clerkId });
    const counters = await db.findBy(Counter, { id: In(works.map(({ counterId }) => counterId)) });
    return viewClerk(clerk, counters, await loadMunicipality(db), settings.hasCalls);
  };
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
        http.setCookie(sessionCookie, token, {
          path: cookiePath,
          maxAgeSeconds: sessionHours * 3600,
          sameSite: "strict",
        });
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
  ];
}
