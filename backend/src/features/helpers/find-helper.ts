import type { EntityManager } from "typeorm";
import type { HelperBrowser, HelperLinkHolder } from "../../platform/context.js";
import { Refusal } from "../../platform/http/refusal.js";
import { findHeldLink, findOwnLink } from "../meetings/find-own-link.js";
import { helperCookie } from "../meetings/own-link-cookie.js";
import { Helper } from "./helper.entity.js";

/** Who holds a helper's link. Refused: 404 link_unknown, 410 helper_withdrawn. */
export async function findHelperLink(db: EntityManager, token: string | undefined): Promise<HelperLinkHolder> {
  const helper = await findOwnLink(db, Helper, token);
  if (helper.state === "withdrawn") throw new Refusal(410, "helper_withdrawn");
  return { kind: "helper_link", helperId: helper.id };
}

/** The browser that holds the link. Refused: 401 unauthenticated, also for another's. */
export async function findHelper(
  db: EntityManager,
  helperId: string | undefined,
  cookie: (name: string) => string | undefined,
): Promise<HelperBrowser> {
  const { id } = await findHeldLink(db, Helper, helperId, (known) => cookie(helperCookie(known)));
  return { kind: "helper", helperId: id };
}
