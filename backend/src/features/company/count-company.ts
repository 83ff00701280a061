import { type EntityManager, In } from "typeorm";
import { Guest } from "../meetings/guest.entity.js";
import { Colleague } from "./colleague.entity.js";

/** Who has a place in a meeting beside its citizen and its clerk, or is asked to come. The caller holds the meeting's lock. */
export const countCompany = async (db: EntityManager, meetingId: string): Promise<number> =>
  (await db.countBy(Colleague, { meetingId, state: "asked" })) +
  (await db.countBy(Guest, { meetingId, state: In(["announced", "admitted"]) }));
