import type { EntityManager } from "typeorm";
import type { InterpreterBrowser, InterpreterLinkHolder } from "../../platform/context.js";
import { findHeldLink, findOwnLink } from "../meetings/find-own-link.js";
import { lockAppointmentOf } from "../meetings/lock-appointment-of.js";
import { interpreterCookie } from "../meetings/own-link-cookie.js";
import { InterpreterLink } from "./interpreter-link.entity.js";

/** Who holds an interpreter's link into a meeting. Refused: 404 link_unknown. */
export async function findInterpreterLink(
  db: EntityManager,
  token: string | undefined,
): Promise<InterpreterLinkHolder> {
  const { id } = await findOwnLink(db, InterpreterLink, token);
  return { kind: "interpreter_link", linkId: id };
}

/** The browser that holds the link. Refused: 401 unauthenticated, also for another's. */
export async function findInterpreterBrowser(
  db: EntityManager,
  linkId: string | undefined,
  cookie: (name: string) => string | undefined,
): Promise<InterpreterBrowser> {
  const { id } = await findHeldLink(db, InterpreterLink, linkId, (known) => cookie(interpreterCookie(known)));
  return { kind: "interpreter", linkId: id };
}

/** A link as its own page needs it. */
export const loadLink = (db: EntityManager, id: string): Promise<InterpreterLink> =>
  db.findOneOrFail(InterpreterLink, {
    where: { id },
    relations: { guest: true, interpreter: true, meeting: { clerk: true, appointment: true } },
  });

/** The same for a change. */
export async function lockLink(db: EntityManager, id: string): Promise<InterpreterLink> {
  await lockAppointmentOf(db, "interpreter_link", id);
  return loadLink(db, id);
}
