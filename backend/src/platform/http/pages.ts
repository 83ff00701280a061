import { existsSync } from "node:fs";
import type { Middleware } from "koa";
import sirv from "sirv";

const immutableMaxAge = 31_536_000;
/** The pages of secret links: the token is read by the page, never by us. */
const linkPages = [
  { path: /^\/a\/[A-Za-z0-9_-]{43}\/?$/, page: "/appointment.html" },
  { path: /^\/h\/[A-Za-z0-9_-]{43}\/?$/, page: "/helper.html" },
  { path: /^\/[it]\/[A-Za-z0-9_-]{43}\/?$/, page: "/reservation.html" },
  { path: /^\/welcome\/[A-Za-z0-9_-]{43}\/?$/, page: "/welcome.html" },
];

/** The built front end: hashed assets for ever, pages fresh each time. Opening a page never changes anything. */
export function pages(folder: string): Middleware {
  if (!existsSync(folder)) return (_, next) => next();
  const serve = sirv(folder, {
    etag: true,
    gzip: true,
    brotli: true,
    setHeaders: (response, path) =>
      response.setHeader(
        "Cache-Control",
        path.startsWith("/assets/") ? `public, max-age=${immutableMaxAge}, immutable` : "no-cache",
      ),
  });
  return async (koa, next) => {
    if ((koa.method !== "GET" && koa.method !== "HEAD") || koa.path.startsWith("/api/")) return next();
    const link = linkPages.find(({ path }) => path.test(koa.path));
    if (link) koa.req.url = link.page;
    koa.status = 200;
    const isFound = await new Promise<boolean>((resolve) => {
      koa.res.once("close", () => resolve(true));
      koa.res.once("finish", () => resolve(true));
      serve(koa.req, koa.res, () => resolve(false));
    });
    if (isFound) {
      koa.respond = false;
      return;
    }
    koa.status = 404;
    await next();
  };
}
