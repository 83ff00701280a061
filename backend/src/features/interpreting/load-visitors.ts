import type { ArrivalView } from "@balie/contract/meetings";
import { type EntityManager, In } from "typeorm";
import { loadRoster } from "../meetings/load-roster.js";
import type { Shown } from "../meetings/own-link-streams.js";
import { InterpreterLink } from "./interpreter-link.entity.js";
import { viewVisitor } from "./interpreter-link.view.js";

/** What the pages of interpreters with a link show, by link and the tab that asks. A link that is gone is left out. */
export async function loadVisitors(db: EntityManager, asked: Shown[]): Promise<(Shown & { view: ArrivalView })[]> {
  const links = await db.find(InterpreterLink, {
    where: { id: In(asked.map(({ id }) => id)) },
    relations: { guest: true, meeting: { clerk: true, appointment: true } },
  });
  const rosters = await loadRoster(db, [...new Set(links.map(({ meetingId }) => meetingId))]);
  const byId = new Map(links.map((link) => [link.id, link]));
  return asked.flatMap(({ id, tabId }) => {
    const link = byId.get(id);
    return link ? [{ id, tabId, view: viewVisitor(link, [...(rosters.get(link.meetingId) ?? [])], tabId) }] : [];
  });
}
