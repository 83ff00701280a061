import type { Middleware } from "koa";
import { clientAddress, networksOf } from "./client-address.js";
import { Refusal } from "./refusal.js";
import { isSameSite } from "./same-site.js";

type Settings = { publicOrigin: string; trustedProxies: string[]; headers: Record<string, string> };

const changing = new Set(["POST", "PUT", "PATCH", "DELETE"]);

/** Security headers on every answer, the client's address, and no request from another site that changes something (403 cross_site); bodies are JSON, or an upload's bytes, neither of which a foreign page's form can send (415). */
export const guardRequests = ({ publicOrigin, trustedProxies, headers }: Settings): Middleware => {
  const trusted = networksOf(trustedProxies);
  return async (koa, next) => {
    koa.set(headers);
    koa.state["address"] = clientAddress(
      koa.req.socket.remoteAddress ?? "",
      koa.get("x-forwarded-for") || undefined,
      trusted,
    );
    if (changing.has(koa.method)) {
      const from = {
        secFetchSite: koa.get("sec-fetch-site") || undefined,
        origin: koa.get("origin") || undefined,
        hasCookie: koa.get("cookie") !== "",
      };
      if (!isSameSite(from, publicOrigin)) throw new Refusal(403, "cross_site");
      if (koa.request.length && !koa.is("application/json", "application/octet-stream"))
        throw new Refusal(415, "unsupported_media_type");
      // No page of ours packs what it sends, and what does not unpack would be a fault.
      if (koa.get("content-encoding")) throw new Refusal(415, "unsupported_media_type");
    }
    await next();
  };
};
