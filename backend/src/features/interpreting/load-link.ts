import type { EntityManager } from "typeorm";
import type { InterpreterBrowser, InterpreterLinkHolder } from "../../platform/context.js";
import { Refusal } from "../../platform/http/refusal.js";
import { hashToken } from "../../platform/tokens.js";
import { interpreterCookie } from "../meetings/own-link-cookie.js";
import { InterpreterLink } from "./interpreter-link.entity.js";

/** Who holds an interpreter's link into a meeting. Refused: 404 link_unknown. */
export async function findInterpreterLink(
  db: EntityManager,
  token: string | undefined,
): Promise<InterpreterLinkHolder> {
  const link = token ? await db.findOneBy(InterpreterLink, { linkHash: hashToken(token) }) : null;
  if (!link) throw new Refusal(404, "link_unknown");
  return { kind: "interpreter_link", linkId: link.id };
}

/** The browser that holds the link. Refused: 401 unauthenticated, also for another's. */
export async function findInterpreterBrowser(
  db: EntityManager,
  linkId: string | undefined,
  cookie: (name: string) => string | undefined,
): Promise<InterpreterBrowser> {
  if (!linkId || !/^[0-9a-f-]{36}$/i.test(linkId)) throw new Refusal(401, "unauthenticated");
  const link = await db.findOneBy(InterpreterLink, { id: linkId });
  const token = link && cookie(interpreterCookie(link.id));
  if (!token || !link.browserHash?.equals(hashToken(token))) throw new Refusal(401, "unauthenticated");
  return { kind: "interpreter", linkId: link.id };
}

/** A link as its own page needs it. */
export const loadLink = (db: EntityManager, id: string): Promise<InterpreterLink> =>
  db.findOneOrFail(InterpreterLink, {
    where: { id },
    relations: { guest: true, interpreter: true, meeting: { clerk: true, appointment: true } },
  });

/** The same for a change: the appointment's row is the one lock of its whole story. */
export async function lockLink(db: EntityManager, id: string): Promise<InterpreterLink> {
  await db.query(
    `select 1 from appointment where id = (
       select m.appointment_id from interpreter_link l join meeting m on m.id = l.meeting_id where l.id = $1) for update`,
    [id],
  );
  return loadLink(db, id);
}
