import { guestsPerMeeting } from "@balie/contract/company";
import type { ClerkActor, Context } from "../../platform/context.js";
import { Refusal } from "../../platform/http/refusal.js";
import { countCompany } from "../company/count-company.js";
import { announceGuest } from "../meetings/announce-guest.js";
import { Arrival } from "../meetings/arrival.entity.js";
import { lockMeetingFor } from "../meetings/load-meeting.js";
import type { Meeting } from "../meetings/meeting.entity.js";
import { leads } from "../meetings/meeting.policy.js";
import { Helper } from "./helper.entity.js";
import { stateOf } from "./helper.rules.js";

/** The clerk's nod to a helper who waits: the citizen is told, and then they may come in. A second nod changes nothing.
    Refused: 404 not_found, 410 meeting_ended, helper_withdrawn; 409 meeting_not_in_progress (also without an admitted citizen), not_admitted (they are not there), company_full; 403 forbidden (who
    does not lead), arrival_removed. */
export async function admitHelper(
  { db, actor, now }: Context<ClerkActor>,
  { meetingId, helperId }: { meetingId: string; helperId: string },
): Promise<Meeting> {
  const meeting = await lockMeetingFor(db, actor, meetingId);
  if (meeting.status === "ended") throw new Refusal(410, "meeting_ended");
  if (meeting.status !== "in_progress") throw new Refusal(409, "meeting_not_in_progress");
  if (!leads(actor, meeting)) throw new Refusal(403, "forbidden");
  const helper = await db.findOne(Helper, { where: { id: helperId, meetingId }, relations: { guest: true } });
  if (!helper) throw new Refusal(404, "not_found");
  const state = stateOf(helper);
  if (state === "admitted") return meeting;
  if (state === "withdrawn") throw new Refusal(410, "helper_withdrawn");
  if (state === "removed") throw new Refusal(403, "arrival_removed");
  if (state !== "waiting") throw new Refusal(409, "not_admitted");
  if (!(await db.existsBy(Arrival, { meetingId, state: "admitted" })))
    throw new Refusal(409, "meeting_not_in_progress");
  if ((await countCompany(db, meetingId)) >= guestsPerMeeting) throw new Refusal(409, "company_full");

  const { name, relation } = helper;
  const guest = await announceGuest(db, meeting, { role: "helper", name, relation }, now);
  await db.update(Helper, { id: helperId }, { state: "admitted", guestId: guest.id });
  return meeting;
}
