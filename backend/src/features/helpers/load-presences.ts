import type { ArrivalView } from "@balie/contract/meetings";
import { type EntityManager, In } from "typeorm";
import { loadRoster } from "../meetings/load-roster.js";
import type { Shown } from "../meetings/own-link-streams.js";
import { Helper } from "./helper.entity.js";
import { viewPresence } from "./helper.view.js";

/** What these helpers' pages show, by helper and the tab that asks. A helper who is gone is left out. */
export async function loadPresences(db: EntityManager, asked: Shown[]): Promise<(Shown & { view: ArrivalView })[]> {
  const helpers = await db.find(Helper, {
    where: { id: In(asked.map(({ id }) => id)) },
    relations: { guest: true, meeting: { clerk: true, appointment: true } },
  });
  const rosters = await loadRoster(db, [...new Set(helpers.map(({ meetingId }) => meetingId))]);
  const byId = new Map(helpers.map((helper) => [helper.id, helper]));
  return asked.flatMap(({ id, tabId }) => {
    const helper = byId.get(id);
    if (!helper) return [];
    const people = [...(rosters.get(helper.meetingId) ?? [])];
    return [{ id, tabId, view: viewPresence(helper, people, tabId) }];
  });
}
