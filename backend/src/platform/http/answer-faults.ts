import { randomUUID } from "node:crypto";
import type { RefusalCode } from "@balie/contract/refusals";
import type { Context as KoaContext, Middleware } from "koa";
import { isAway } from "../database/away.rules.js";
import { describeFault, type Log } from "../log.js";
import { Refusal } from "./refusal.js";

/** Who counts requests and refusals. `route` is the pattern, never the path: links are secret. */
export type HttpObserver = {
  answered: (request: { method: string; route: string; status: number }, seconds: number) => void;
  refused: (code: RefusalCode) => void;
};

/** Asked every few seconds by machines: their lines would bury the others. */
const polled = new Set(["/healthz", "/readyz", "/metrics"]);

/** The outermost layer: gives each request an id, turns refusals into their answer, a database that is away into a 503 and other faults into a 500, both without details, and logs one line. The path is logged as the
    route's pattern, as links are secret. */
export const answerFaults =
  (log: Log, observer?: HttpObserver): Middleware =>
  async (koa, next) => {
    const startedAt = performance.now();
    const requestId = randomUUID();
    koa.set("X-Request-Id", requestId);
    try {
      await next();
      if (koa.status === 404 && koa.path.startsWith("/api/") && koa.body == null)
        answer(koa, 404, "not_found", requestId);
    } catch (fault) {
      answerFault(koa, fault, requestId, log);
    }
    const request = { method: koa.method, route: patternOf(koa), status: koa.status };
    const ms = performance.now() - startedAt;
    log[polled.has(request.route) ? "debug" : "info"]({ requestId, ...request, ms: Math.round(ms) }, "request");
    const code = (koa.body as { code?: RefusalCode } | null)?.code;
    if (koa.status >= 400 && code) observer?.refused(code);
    observer?.answered(request, ms / 1_000);
  };

const patternOf = (koa: KoaContext): string =>
  (koa as unknown as { _matchedRoute?: string })._matchedRoute ??
  (koa.path.startsWith("/assets/") ? "/assets/*" : "page");

function answer(koa: KoaContext, status: number, code: RefusalCode, requestId: string, fields?: string[]) {
  if (koa.res.headersSent) return;
  koa.status = status;
  koa.set("Cache-Control", "no-store");
  koa.body = { code, requestId, ...(fields ? { fields } : {}) };
}

function answerRefusal(koa: KoaContext, { status, code, more }: Refusal, requestId: string) {
  if (more.retryAfterSeconds !== undefined) koa.set("Retry-After", String(more.retryAfterSeconds));
  answer(koa, status, code, requestId, more.fields);
}

function answerFault(koa: KoaContext, fault: unknown, requestId: string, log: Log) {
  if (fault instanceof Refusal) return answerRefusal(koa, fault, requestId);
  const status = (fault as { status?: number }).status;
  if (status === 401) return answer(koa, 401, "unauthenticated", requestId);
  if (status === 413) return answer(koa, 413, "too_large", requestId);
  if (status === 415) return answer(koa, 415, "unsupported_media_type", requestId);
  if (status === 400) return answer(koa, 422, "invalid_input", requestId);
  const isUnavailable = isAway(fault);
  log.error({ requestId, fault: describeFault(fault) }, isUnavailable ? "the database is away" : "fault");
  if (!isUnavailable) return answer(koa, 500, "server_error", requestId);
  koa.set("Retry-After", "10");
  answer(koa, 503, "unavailable", requestId);
}
