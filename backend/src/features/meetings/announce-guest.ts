import type { EntityManager } from "typeorm";
import { announce } from "../../platform/live/announce.js";
import { Guest } from "./guest.entity.js";
import { letInUntold } from "./let-in-untold.js";
import type { Meeting } from "./meeting.entity.js";

type Coming = Pick<Guest, "role" | "name"> &
  Partial<Pick<Guest, "id" | "counterName" | "relation" | "language" | "isByPhone" | "isByLink" | "atDoorAt">>;

/** Somebody is to come into a running meeting: first the citizen is told, where they have a page. The caller holds the meeting's lock. */
export async function announceGuest(db: EntityManager, meeting: Meeting, coming: Coming, now: Date): Promise<Guest> {
  const guest = db.create(Guest, {
    counterName: null,
    relation: null,
    language: null,
    isByPhone: false,
    isByLink: false,
    atDoorAt: null,
    ...coming,
    meetingId: meeting.id,
    state: "announced",
    announcedAt: now,
    toldAt: null,
  });
  await db.insert(Guest, guest);
  await letInUntold(db, meeting, now);
  await announce(db, `counter:${meeting.counterId}`);
  return guest;
}
