import type { ArrivalState } from "@balie/contract/meetings";
import type { EntityManager } from "typeorm";
import type { Context, LinkHolder } from "../../platform/context.js";
import { Refusal } from "../../platform/http/refusal.js";
import { announce } from "../../platform/live/announce.js";
import { hashToken, newToken } from "../../platform/tokens.js";
import type { Appointment } from "../appointments/appointment.entity.js";
import { lockAppointment } from "../appointments/load-appointment.js";
import { Arrival } from "./arrival.entity.js";
import { Meeting } from "./meeting.entity.js";
import { meetingOf } from "./meeting-of.js";
import { refuseUntimely } from "./refuse-untimely.js";

type Arriving = { tabId: string; isReturn: boolean };
type Arrived = { arrival: Arrival; appointment: Appointment; newToken: string | null };

/** A browser comes to the waiting room by the secret link. The arrival cookie makes a reload, or a second tab, the same arrival, now held by this tab; without a cookie it is a
    new one. `isReturn` never makes a new one.
    Refused: 410 appointment_cancelled, appointment_over, meeting_ended; 403 too_early, arrival_removed, arrival_replaced, not_admitted (a return without an arrival). */
export async function arrive(
  { db, actor, now }: Context<LinkHolder>,
  { tabId, isReturn }: Arriving,
  cookieOf: (meetingId: string) => string | undefined,
): Promise<Arrived> {
  const appointment = await lockAppointment(db, actor.appointmentId);
  const meeting = await meetingOf(db, appointment);
  refuseUntimely(appointment, meeting, now);

  const known = await findByCookie(db, meeting.id, cookieOf(meeting.id));
  if (known) refusePutOut(known.state);
  if (!known && isReturn) throw new Refusal(403, "not_admitted");
  const token = known ? null : newToken();
  const arrival = known
    ? await returnTo(db, known, tabId, now)
    : await db.save(
        db.create(Arrival, {
          meetingId: meeting.id,
          tokenHash: hashToken(token!),
          state: "waiting",
          tabId,
          arrivedAt: now,
          seenAt: null,
          pinTurn: null,
          expectedAt: null,
        }),
      );
  if (meeting.status === "planned") await db.update(Meeting, { id: meeting.id }, { status: "waiting" });
  await announce(db, `counter:${meeting.counterId}`);
  return { arrival, appointment, newToken: token };
}

function refusePutOut(state: ArrivalState) {
  if (state === "removed") throw new Refusal(403, "arrival_removed");
  if (state === "replaced") throw new Refusal(403, "arrival_replaced");
}

const findByCookie = async (db: EntityManager, meetingId: string, token: string | undefined) =>
  token ? db.findOneBy(Arrival, { meetingId, tokenHash: hashToken(token) }) : null;

/** Who left while waiting takes a place again at the end of the queue; who was admitted stays so. */
async function returnTo(db: EntityManager, arrival: Arrival, tabId: string, now: Date): Promise<Arrival> {
  const change = { tabId, ...(arrival.state === "left" ? { state: "waiting" as const, arrivedAt: now } : {}) };
  await db.update(Arrival, { id: arrival.id }, change);
  return Object.assign(arrival, change);
}
