import type { EntityManager, EntityTarget, FindOptionsWhere } from "typeorm";
import { Refusal } from "../../platform/http/refusal.js";
import { hashToken } from "../../platform/tokens.js";
import type { OwnLink } from "./own-link.entity.js";

/** What this token is the link of. Refused: 404 link_unknown. */
export async function findOwnLink<Linked extends { linkHash: Buffer }>(
  db: EntityManager,
  kind: EntityTarget<Linked>,
  token: string | undefined,
): Promise<Linked> {
  const found = token ? await db.findOneBy(kind, { linkHash: hashToken(token) } as FindOptionsWhere<Linked>) : null;
  if (!found) throw new Refusal(404, "link_unknown");
  return found;
}

/** The link that this browser holds. Refused: 401 unauthenticated, also for another's. */
export async function findHeldLink(
  db: EntityManager,
  kind: EntityTarget<OwnLink>,
  id: string | undefined,
  cookieOf: (id: string) => string | undefined,
): Promise<OwnLink> {
  if (!id || !/^[0-9a-f-]{36}$/i.test(id)) throw new Refusal(401, "unauthenticated");
  const link = await db.findOneBy(kind, { id });
  const token = link && cookieOf(link.id);
  if (!token || !link.browserHash?.equals(hashToken(token))) throw new Refusal(401, "unauthenticated");
  return link;
}
