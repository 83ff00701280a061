import type { HelperInvitation } from "@balie/contract/helper-page";
import type { Context, HelperLinkHolder } from "../../platform/context.js";
import { Refusal } from "../../platform/http/refusal.js";
import { loadAppointment } from "../appointments/load-appointment.js";
import { loadMunicipality } from "../counters/load-municipality.js";
import { isLongOver } from "../meetings/own-link.rules.js";
import { viewInvitation } from "./helper.view.js";
import { loadHelper } from "./load-helper.js";

/** What a helper's link tells: who invites, and when. A week after the appointment it tells nothing any more. Refused: 410 appointment_over. */
export async function openInvitation({ db, actor, now }: Context<HelperLinkHolder>): Promise<HelperInvitation> {
  const helper = await loadHelper(db, actor.helperId);
  const appointment = await loadAppointment(db, helper.meeting.appointmentId);
  if (isLongOver(appointment, helper.meeting, now)) throw new Refusal(410, "appointment_over");
  return viewInvitation(helper, appointment, await loadMunicipality(db));
}
