import type { EntityManager } from "typeorm";
import { Refusal } from "../../platform/http/refusal.js";
import { Helper } from "./helper.entity.js";

/** A helper as their own page needs it. */
export const loadHelper = (db: EntityManager, id: string): Promise<Helper> =>
  db.findOneOrFail(Helper, { where: { id }, relations: { guest: true, meeting: { clerk: true } } });

/** The same for a change: the appointment's row is the one lock of its whole story. Refused: 404 not_found. */
export async function lockHelper(db: EntityManager, id: string): Promise<Helper> {
  await db.query(
    `select 1 from appointment where id = (
       select m.appointment_id from helper h join meeting m on m.id = h.meeting_id where h.id = $1) for update`,
    [id],
  );
  const helper = await db.findOne(Helper, { where: { id }, relations: { guest: true, meeting: true } });
  if (!helper) throw new Refusal(404, "not_found");
  return helper;
}
