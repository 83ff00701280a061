import type { EntityManager } from "typeorm";
import type { HelperBrowser, HelperLinkHolder } from "../../platform/context.js";
import { Refusal } from "../../platform/http/refusal.js";
import { hashToken } from "../../platform/tokens.js";
import { helperCookie } from "../meetings/own-link-cookie.js";
import { Helper } from "./helper.entity.js";

/** Who holds a helper's link. Refused: 404 link_unknown, 410 helper_withdrawn. */
export async function findHelperLink(db: EntityManager, token: string | undefined): Promise<HelperLinkHolder> {
  const helper = token ? await db.findOneBy(Helper, { linkHash: hashToken(token) }) : null;
  if (!helper) throw new Refusal(404, "link_unknown");
  if (helper.state === "withdrawn") throw new Refusal(410, "helper_withdrawn");
  return { kind: "helper_link", helperId: helper.id };
}

/** The browser that holds the link. Refused: 401 unauthenticated, also for another's. */
export async function findHelper(
  db: EntityManager,
  helperId: string | undefined,
  cookie: (name: string) => string | undefined,
): Promise<HelperBrowser> {
  if (!helperId || !/^[0-9a-f-]{36}$/i.test(helperId)) throw new Refusal(401, "unauthenticated");
  const helper = await db.findOneBy(Helper, { id: helperId });
  const token = helper && cookie(helperCookie(helper.id));
  if (!token || !helper.browserHash?.equals(hashToken(token))) throw new Refusal(401, "unauthenticated");
  return { kind: "helper", helperId: helper.id };
}
