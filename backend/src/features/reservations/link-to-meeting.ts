import type { EntityManager } from "typeorm";
import { loadAppointment } from "../appointments/load-appointment.js";
import { InterpreterLink } from "../interpreting/interpreter-link.entity.js";
import { dismissGuest } from "../meetings/dismiss-guest.js";
import { meetingOf } from "../meetings/meeting-of.js";
import type { InterpreterReservation } from "./interpreter-reservation.entity.js";

/** Whoever interprets by video comes into the meeting by the link that they answered by, also where a search has reached them by one meanwhile; a browser that
    came by that keeps its place. The caller holds the appointment's lock. */
export async function linkToMeeting(db: EntityManager, reservation: InterpreterReservation): Promise<void> {
  const { id: reservationId, appointmentId, interpreterId, language, linkHash, linkSealed } = reservation;
  const meeting = await meetingOf(db, await loadAppointment(db, appointmentId));
  await db.query(
    `insert into interpreter_link (meeting_id, reservation_id, interpreter_id, language, link_hash, link_sealed, state)
     values ($1, $2, $3, $4, $5, $6, 'invited')
     on conflict (meeting_id, interpreter_id) where state <> 'withdrawn' do update
     set reservation_id = excluded.reservation_id, link_hash = excluded.link_hash, link_sealed = excluded.link_sealed`,
    [meeting.id, reservationId, interpreterId, language, linkHash, linkSealed],
  );
}

/** They come no more: the link leads nowhere, and who is in is let go. The caller holds the appointment's lock. */
export async function withdrawLink(db: EntityManager, reservationId: string, now: Date): Promise<void> {
  const link = await db.findOne(InterpreterLink, {
    where: { reservationId },
    relations: { guest: true, meeting: true },
  });
  if (!link) return;
  await db.update(InterpreterLink, { id: link.id }, { state: "withdrawn" });
  if (link.guest && link.meeting.room) await dismissGuest(db, link.meeting, link.guest, "left", now);
}
