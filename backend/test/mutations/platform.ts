import type { Mutation } from "./mutation.js";

const app = "backend/src/app.test.ts";
const signIn = "backend/src/features/clerks/sign-in.test.ts";
const process = "backend/src/main.test.ts";

export const ofPlatform: Mutation[] = [
  {
    guard: "a database that is away is told as such",
    file: "backend/src/platform/http/answer-faults.ts",
    find: "const isUnavailable = isAway(fault);",
    replace: "const isUnavailable = false as boolean;",
    test: "backend/src/platform/database/away.test.ts",
    grep: "a database that is away",
  },
  {
    guard: "metrics need the token",
    file: "backend/src/platform/http/answer-metrics.ts",
    find: `if (!timingSafeEqual(hashToken(koa.get("authorization")), expected)) koa.throw(401);`,
    replace: "void timingSafeEqual, expected;",
    test: process,
    grep: "whoever has the token",
  },
  {
    guard: "no address becomes a label",
    file: "backend/src/platform/http/answer-faults.ts",
    find: `(koa.path.startsWith("/assets/") ? "/assets/*" : "page")`,
    replace: "koa.path",
    test: process,
    grep: "hold nothing of anybody",
  },
  {
    guard: "a process that stops is not ready",
    file: "backend/src/app.ts",
    find: `isDraining ? "This process stops." :`,
    replace: "",
    test: process,
    grep: "no longer ready",
  },
  {
    guard: "pages are let go before the end",
    file: "backend/src/app.ts",
    find: "streams.end();",
    replace: "",
    test: process,
    grep: "no longer ready",
  },
  {
    guard: "a newer database is not served",
    file: "backend/src/platform/database/find-schema-fault.ts",
    find: "if (names.size > ours.length)",
    replace: "if (false)",
    test: app,
    grep: "newer version migrated it",
  },
  {
    guard: "a session cookie is Secure behind HTTPS",
    file: "backend/src/platform/http/serve-route.ts",
    find: "Object.assign(koa.cookies, { secure: isSecure });",
    replace: "",
    test: signIn,
    grep: "sets a Secure cookie",
  },
  {
    guard: "the sign-in is limited",
    file: "backend/src/features/counters/clerk-session.routes.ts",
    find: `limit: { name: "sign-in", points: 10, seconds: 300 },`,
    replace: "",
    test: signIn,
    grep: "after ten tries",
  },
  {
    guard: "another site changes nothing",
    file: "backend/src/platform/http/guard-requests.ts",
    find: `if (!isSameSite(from, publicOrigin)) throw new Refusal(403, "cross_site");`,
    replace: "",
    test: app,
    grep: "another site",
  },
];
