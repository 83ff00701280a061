import { isDeepStrictEqual } from "node:util";
import type { Context as KoaContext, Middleware } from "koa";
import type { DataSource, EntityManager } from "typeorm";
import type { z } from "zod";
import type { Context } from "../context.js";
import { inTransaction } from "../database/transaction.js";
import type { EventStreams } from "./event-streams.js";
import type { TakePoint } from "./rate-limit.js";
import { declaredLength, readBytes } from "./read-bytes.js";
import { Refusal } from "./refusal.js";
import type { Access, ActorOf, AnyRoute, CookieOptions, Http, Route, StreamRoute, UploadRoute } from "./route.js";

/** Finds out who asks; refuses with 401 when nobody fits. One per kind of access, from the features. */
export type Authenticators = {
  [A in Access]: (db: EntityManager, request: AuthenticationRequest, now: Date) => Promise<ActorOf[A]>;
};
export type AuthenticationRequest = {
  authorization: string;
  /** A token of ours (newToken). */
  bearer: string | undefined;
  cookie: (name: string) => string | undefined;
  pathIds: Record<string, string>;
};

export type RouteServices = {
  dataSource: DataSource;
  authenticators: Authenticators;
  takePoint: TakePoint;
  clock: () => Date;
  isSecure: boolean;
  streams: EventStreams;
};

/** Parse the request, find who asks, run in one transaction, let out only what the contract names. */
export const serveRoute = (definition: AnyRoute, services: RouteServices): Middleware => {
  if ("open" in definition) return serveStream(definition, services);
  if ("receive" in definition) return serveUpload(definition, services);
  return async (koa) => {
    const input = parseInput(definition.input, koa);
    const http = httpOf(koa, services.isSecure);
    if (definition.limit) await services.takePoint(definition.limit, http.address);
    const now = services.clock();
    let refusal: Refusal | undefined;
    await inTransaction(services.dataSource, async (db) => {
      const actor = await services.authenticators[definition.access as Access](db, authenticationRequest(koa), now);
      if ("file" in definition) return answerFile(koa, await definition.file({ db, actor, now }, input));
      const result = await definition.run({ db, actor, now }, input, http);
      if (result instanceof Refusal) refusal = result;
      else answerRoute(koa, definition, result);
    });
    if (refusal) throw refusal;
  };
};

// The answer is parsed before the commit: what the contract does not allow out is not done either.
function answerRoute(koa: KoaContext, definition: Route, result: unknown) {
  koa.status = definition.status ?? (definition.output ? 200 : 204);
  koa.set("Cache-Control", "no-store");
  if (definition.output) koa.body = definition.output.parse(result);
}

/** Whatever it is and whoever made it: it is saved, and if a browser opens it all the same, it can do nothing there. */
function answerFile(koa: KoaContext, file: { name: string; type: string; body: string | Buffer }) {
  koa.set("Cache-Control", "no-store");
  koa.set("Content-Security-Policy", "default-src 'none'; sandbox");
  koa.type = file.type;
  koa.attachment(file.name);
  koa.body = file.body;
}

const serveUpload =
  (definition: UploadRoute, services: RouteServices): Middleware =>
  async (koa) => {
    // What is refused need not be read: such a connection ends with its answer.
    if (!(declaredLength(koa.req) <= definition.largestBytes)) koa.set("Connection", "close");
    const input = parseInput(definition.input, koa);
    const { address } = httpOf(koa, services.isSecure);
    if (definition.limit) await services.takePoint(definition.limit, address);
    const inContext = (work: (context: Context<ActorOf[Access]>) => Promise<unknown>) =>
      inTransaction(services.dataSource, async (db) => {
        const now = services.clock();
        const actor = await services.authenticators[definition.access](db, authenticationRequest(koa), now);
        await work({ db, actor, now });
      });
    await inContext((context) => definition.check(context, input));
    if (!koa.is("application/octet-stream")) throw new Refusal(415, "unsupported_media_type");
    const bytes = await readBytes(koa.req, definition.largestBytes);
    await inContext(async (context) => {
      const result = definition.output.parse(await definition.receive(context, input, bytes));
      koa.set("Cache-Control", "no-store");
      koa.body = result;
    });
  };

const serveStream =
  (definition: StreamRoute, services: RouteServices): Middleware =>
  async (koa) => {
    const input = parseInput(definition.input, koa);
    const request = authenticationRequest(koa);
    const authenticate = () =>
      services.authenticators[definition.access](services.dataSource.manager, request, services.clock());
    const actor = await authenticate();
    const mayStay = () =>
      authenticate().then(
        (still) => isDeepStrictEqual(still, actor),
        (fault) => !(fault instanceof Refusal),
      );
    koa.respond = false;
    const { res: response } = koa;
    // Gone meanwhile: nothing would tell of it any more.
    if (response.destroyed) return;
    response.writeHead(200, {
      "Content-Type": "text/event-stream",
      "Cache-Control": "no-store",
      "X-Accel-Buffering": "no",
    });
    services.streams.opened(definition.path, response, mayStay);
    response.write("retry: 1000\n\n");
    const beat = setInterval(() => response.write(": beat\n\n"), 15_000);
    let isOpen = true;
    let leave: (() => void) | undefined;
    response.on("close", () => {
      isOpen = false;
      clearInterval(beat);
      leave?.();
    });
    const send = (frame: Buffer) => isOpen && response.write(frame);
    leave = await definition.open(actor, input, send).catch((fault: unknown) => {
      response.end();
      throw fault;
    });
    if (!isOpen) leave();
  };

/** The path wins over the query, the query over the body: an id in the address can't be overridden. */
function parseInput<I extends z.ZodType>(schema: I, koa: KoaContext): z.output<I> {
  const body = (koa.request as { body?: unknown }).body;
  const request = { ...(isRecord(body) ? body : {}), ...koa.query, ...pathIdsOf(koa) };
  const parsed = schema.safeParse(request);
  if (parsed.success) return parsed.data;
  const fields = [...new Set(parsed.error.issues.map((issue) => issue.path.join(".")))];
  throw new Refusal(422, "invalid_input", { fields });
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const pathIdsOf = (koa: KoaContext): Record<string, string> =>
  (koa as unknown as { params: Record<string, string> }).params ?? {};

function authenticationRequest(koa: KoaContext): AuthenticationRequest {
  return {
    authorization: koa.get("authorization"),
    bearer: /^Bearer ([A-Za-z0-9_-]{43})$/.exec(koa.get("authorization"))?.[1],
    cookie: (name) => koa.cookies.get(name),
    pathIds: pathIdsOf(koa),
  };
}

function httpOf(koa: KoaContext, isSecure: boolean): Http {
  // Where the browser speaks HTTPS, the proxy before us ends it: the connection itself tells nothing.
  Object.assign(koa.cookies, { secure: isSecure });
  const set = (name: string, value: string | null, path: string, rest: Partial<CookieOptions>) =>
    koa.cookies.set(name, value, {
      path,
      httpOnly: true,
      secure: isSecure,
      sameSite: rest.sameSite ?? "lax",
      overwrite: true,
      ...(rest.maxAgeSeconds === undefined ? {} : { maxAge: rest.maxAgeSeconds * 1000 }),
    });
  return {
    address: koa.state["address"] as string,
    cookie: (name) => koa.cookies.get(name),
    setCookie: (name, value, options) => void set(name, value, options.path, options),
    clearCookie: (name, path) => void set(name, null, path, {}),
    cookieNames: () =>
      koa
        .get("cookie")
        .split(";")
        .map((pair) => pair.split("=")[0]!.trim()),
    clearSiteData: () => koa.set("Clear-Site-Data", '"cookies", "storage"'),
  };
}
