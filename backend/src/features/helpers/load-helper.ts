import type { EntityManager } from "typeorm";
import { Refusal } from "../../platform/http/refusal.js";
import { lockAppointmentOf } from "../meetings/lock-appointment-of.js";
import { Helper } from "./helper.entity.js";

const relations = { guest: true, meeting: { clerk: true, appointment: true } } as const;

/** A helper as their own page needs it. */
export const loadHelper = (db: EntityManager, id: string): Promise<Helper> =>
  db.findOneOrFail(Helper, { where: { id }, relations });

/** The same for a change. Refused: 404 not_found. */
export async function lockHelper(db: EntityManager, id: string): Promise<Helper> {
  await lockAppointmentOf(db, "helper", id);
  const helper = await db.findOne(Helper, { where: { id }, relations });
  if (!helper) throw new Refusal(404, "not_found");
  return helper;
}
