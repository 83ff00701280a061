import type { EntityManager } from "typeorm";
import { scheduleMessages, withdrawMessages } from "../../platform/outbox/schedule-message.js";
import type { HelperMailKind } from "./helper.messages.js";

/** The appointment was moved or cancelled: whom a mail invited is told by mail. Who got the link by hand hears it from the citizen, and sees it on their page. */
export async function tellHelpers(
  db: EntityManager,
  appointmentId: string,
  kind: Exclude<HelperMailKind, "helper_invited">,
  now: Date,
): Promise<void> {
  const helpers: { id: string }[] = await db.query(
    `select h.id from helper h join meeting m on m.id = h.meeting_id
     where m.appointment_id = $1 and h.email is not null`,
    [appointmentId],
  );
  for (const { id } of helpers) await withdrawMessages(db, id, kind === "helper_cancelled" ? undefined : [kind]);
  await scheduleMessages(
    db,
    helpers.map(({ id }) => ({ kind, subjectId: id, dueAt: now })),
  );
}
