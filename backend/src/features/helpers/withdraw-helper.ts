import type { Context, LinkHolder } from "../../platform/context.js";
import { Refusal } from "../../platform/http/refusal.js";
import { announce } from "../../platform/live/announce.js";
import { withdrawMessages } from "../../platform/outbox/schedule-message.js";
import { dismissGuest } from "../meetings/dismiss-guest.js";
import { Helper } from "./helper.entity.js";
import { lockHelper } from "./load-helper.js";

/** The citizen takes the consent back: the link opens nothing any more, and who is in the call is put out. A second time changes nothing. Refused: 404 not_found, also another's. */
export async function withdrawHelper(
  { db, actor, now }: Context<LinkHolder>,
  { helperId }: { helperId: string },
): Promise<void> {
  const helper = await lockHelper(db, helperId);
  if (helper.meeting.appointmentId !== actor.appointmentId) throw new Refusal(404, "not_found");
  if (helper.state === "withdrawn") return;
  await db.update(Helper, { id: helperId }, { state: "withdrawn", email: null });
  await withdrawMessages(db, helperId);
  if (helper.guest) await dismissGuest(db, helper.meeting, helper.guest, "removed", now);
  await announce(db, `counter:${helper.meeting.counterId}`);
}
