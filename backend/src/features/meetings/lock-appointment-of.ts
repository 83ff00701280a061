import type { EntityManager } from "typeorm";
import type { PageHolder } from "./note-presence.js";

/** Before a change to what belongs to a meeting: the appointment's row is the one lock of its whole story. */
export const lockAppointmentOf = (db: EntityManager, holder: PageHolder, id: string): Promise<unknown> =>
  db.query(
    `select 1 from appointment where id = (
       select m.appointment_id from ${holder} h join meeting m on m.id = h.meeting_id where h.id = $1) for update`,
    [id],
  );
