import { timingSafeEqual } from "node:crypto";
import type { Middleware } from "koa";
import { hashToken } from "../tokens.js";

/** What a process measures, as Prometheus reads it. */
export type Exposition = { contentType: string; read: () => Promise<string> };

/** GET /metrics, on an internal listener alone: behind the token, and not there at all without one. */
export function answerMetrics(token: string | undefined, metrics: Exposition): Middleware {
  const expected = hashToken(`Bearer ${token}`);
  return async (koa) => {
    if (token === undefined) return koa.throw(404);
    if (!timingSafeEqual(hashToken(koa.get("authorization")), expected)) koa.throw(401);
    koa.type = metrics.contentType;
    koa.body = await metrics.read();
  };
}
