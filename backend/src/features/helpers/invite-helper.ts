import { helpersAtOnce, helpersEver, type InviteHelperInput } from "@balie/contract/helpers";
import type { Context, LinkHolder } from "../../platform/context.js";
import { Refusal } from "../../platform/http/refusal.js";
import { announce } from "../../platform/live/announce.js";
import { scheduleMessages } from "../../platform/outbox/schedule-message.js";
import { hashToken, newToken, sealToken } from "../../platform/tokens.js";
import { lockAppointment } from "../appointments/load-appointment.js";
import { meetingOf } from "../meetings/meeting-of.js";
import { refuseOver } from "../meetings/refuse-untimely.js";
import { Helper } from "./helper.entity.js";
import { stateOf } from "./helper.rules.js";

/** The citizen invites somebody, and consents that they take part; at any time before the end. The same requestId again answers the same helper.
    Refused: 410 appointment_cancelled, appointment_over, meeting_ended; 409 helpers_full. */
export async function inviteHelper(
  { db, actor, now }: Context<LinkHolder>,
  { requestId, name, relation, email }: InviteHelperInput,
  appSecret: string,
): Promise<Helper> {
  const appointment = await lockAppointment(db, actor.appointmentId);
  const meeting = await meetingOf(db, appointment);
  const invited = await db.find(Helper, {
    where: { meetingId: meeting.id },
    relations: { guest: true, meeting: true },
  });
  const earlier = invited.find((helper) => helper.requestId === requestId);
  if (earlier) return earlier;
  refuseOver(appointment, meeting, now);
  const standing = invited.filter((helper) => !["withdrawn", "removed"].includes(stateOf(helper)));
  if (standing.length >= helpersAtOnce || invited.length >= helpersEver) throw new Refusal(409, "helpers_full");

  const token = newToken();
  const helper = await db.save(
    db.create(Helper, {
      ...{ meetingId: meeting.id, requestId, name, relation, email, isMailed: email !== null },
      ...{ consentedAt: now, state: "invited" as const, meeting },
      ...{ linkHash: hashToken(token), linkSealed: sealToken(appSecret, token) },
      ...{ browserHash: null, tabId: null, seenAt: null, guestId: null, guest: null },
    }),
  );
  if (email) await scheduleMessages(db, [{ kind: "helper_invited", subjectId: helper.id, dueAt: now }]);
  await announce(db, `counter:${meeting.counterId}`);
  return helper;
}
