import type { ClerkActor, Context } from "../../platform/context.js";
import { Refusal } from "../../platform/http/refusal.js";
import { announce } from "../../platform/live/announce.js";
import { loadAppointment } from "../appointments/load-appointment.js";
import { lockMeetingFor } from "./load-meeting.js";
import { Meeting } from "./meeting.entity.js";

type Showing = { meetingId: string; url: string | null };

/** A clerk shows the citizen in the call a page that the municipality keeps ready for their service; null: none any more. What a clerk writes themself goes by the chat.
    Refused: 404 not_found (also another service's page), 410 meeting_ended, 409 meeting_not_in_progress. */
export async function showPage({ db, actor }: Context<ClerkActor>, { meetingId, url }: Showing): Promise<Meeting> {
  const meeting = await lockMeetingFor(db, actor, meetingId);
  if (meeting.status === "ended") throw new Refusal(410, "meeting_ended");
  if (meeting.status !== "in_progress") throw new Refusal(409, "meeting_not_in_progress");
  const { service } = await loadAppointment(db, meeting.appointmentId);
  const shownPage = service.pages.find((page) => page.url === url) ?? null;
  if (url !== null && !shownPage) throw new Refusal(404, "not_found");
  await db.update(Meeting, { id: meeting.id }, { shownPage });
  await announce(db, `counter:${meeting.counterId}`);
  return Object.assign(meeting, { shownPage });
}
