import type { Context, HelperLinkHolder } from "../../platform/context.js";
import { Refusal } from "../../platform/http/refusal.js";
import { announce } from "../../platform/live/announce.js";
import type { Appointment } from "../appointments/appointment.entity.js";
import { loadAppointment } from "../appointments/load-appointment.js";
import { type Arriving, holdOwnLink } from "../meetings/hold-own-link.js";
import { refuseUntimely } from "../meetings/refuse-untimely.js";
import { Helper } from "./helper.entity.js";
import { stateOf } from "./helper.rules.js";
import { lockHelper } from "./load-helper.js";

type Arrived = { helper: Helper; appointment: Appointment; newToken: string | null };

/** The helper's click on "to the waiting room". The cookie makes a reload, or a second tab, the same one; another browser is turned away while the first one holds the link.
    Refused: 410 helper_withdrawn, appointment_cancelled, appointment_over, meeting_ended; 403 too_early, arrival_removed, arrival_replaced (another browser holds it), not_admitted
    (a return of a browser that does not). */
export async function arriveAsHelper(
  { db, actor, now }: Context<HelperLinkHolder>,
  arriving: Arriving,
  cookie: string | undefined,
): Promise<Arrived> {
  const helper = await lockHelper(db, actor.helperId);
  const state = stateOf(helper);
  if (state === "withdrawn") throw new Refusal(410, "helper_withdrawn");
  if (state === "removed") throw new Refusal(403, "arrival_removed");
  const appointment = await loadAppointment(db, helper.meeting.appointmentId);
  refuseUntimely(appointment, helper.meeting, now);

  const hold = holdOwnLink(helper, arriving, cookie, now);
  const change = {
    ...hold.change,
    ...(helper.state === "admitted" ? {} : { state: "waiting" as const }),
  };
  await db.update(Helper, { id: helper.id }, change);
  await announce(db, `counter:${helper.meeting.counterId}`);
  return { helper: Object.assign(helper, change), appointment, newToken: hold.newToken };
}
