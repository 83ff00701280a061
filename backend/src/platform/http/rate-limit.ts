import { createHmac } from "node:crypto";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { limitedPart } from "./client-address.js";
import { Refusal } from "./refusal.js";
import type { RateLimit } from "./route.js";

export type TakePoint = (limit: RateLimit, subject: string) => Promise<void>;

/** Counts in PostgreSQL, so all processes count together. Addresses are kept as keyed hashes, and only as long as the limit lasts.
    `takePoint` refuses with 429 too_many_requests. */
export function createRateLimits(pool: unknown, appSecret: string): TakePoint {
  const limiters = new Map<string, RateLimiterPostgres>();
  const limiterFor = ({ name, points, seconds }: RateLimit) => {
    const known = limiters.get(name);
    if (known) return known;
    const limiter = new RateLimiterPostgres({
      storeClient: pool,
      tableName: "rate_limit",
      tableCreated: true,
      clearExpiredByTimeout: true,
      keyPrefix: name,
      points,
      duration: seconds,
    });
    limiters.set(name, limiter);
    return limiter;
  };
  const take = (limit: RateLimit, key: string) =>
    limiterFor(limit)
      .consume(key)
      .catch((reason: unknown) => {
        if (reason instanceof RateLimiterRes)
          throw new Refusal(429, "too_many_requests", { retryAfterSeconds: Math.ceil(reason.msBeforeNext / 1_000) });
        throw reason;
      });
  return async (limit, subject) => {
    const { name, seconds, pointsInAll } = limit;
    const key = createHmac("sha256", appSecret).update(limitedPart(subject)).digest("base64url").slice(0, 24);
    await take(limit, key);
    // Only what its own address still allowed counts for all: one address alone shuts nobody else out.
    if (pointsInAll) await take({ name: `${name}-all`, points: pointsInAll, seconds }, "all");
  };
}
