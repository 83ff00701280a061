import type { EntityManager } from "typeorm";
import { scheduleMessages, withdrawMessages } from "../../platform/outbox/schedule-message.js";
import { InterpreterReservation } from "./interpreter-reservation.entity.js";
import { withdrawLink } from "./link-to-meeting.js";

type Release = { state: "declined" | "lapsed" | "withdrawn"; answeredAt?: Date };

/** The interpreter is not kept any more, and their calendar is told; not when they never heard of it. The caller holds the appointment's lock. */
export async function releaseReservation(
  db: EntityManager,
  id: string,
  { state, ...answer }: Release,
  now: Date,
): Promise<void> {
  await db.update(InterpreterReservation, { id }, { state, ...answer });
  await withdrawMessages(db, id);
  await withdrawLink(db, id, now);
  const [{ isTold }] = await db.query(
    `select exists (select from outbox_message where subject_id = $1 and kind = 'reservation_asked' and state in ('sending', 'sent')) "isTold"`,
    [id],
  );
  if (isTold) await scheduleMessages(db, [{ kind: "reservation_released", subjectId: id, dueAt: now }]);
}
