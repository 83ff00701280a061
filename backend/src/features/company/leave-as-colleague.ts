import type { ClerkActor, Context } from "../../platform/context.js";
import { dismissGuest } from "../meetings/dismiss-guest.js";
import { findOwnRequest } from "./find-own-request.js";

/** The colleague goes, also before they were in. To come back they are asked again. Refused: 404 not_found, 410 meeting_ended. */
export async function leaveAsColleague(
  context: Context<ClerkActor>,
  { requestId }: { requestId: string },
): Promise<void> {
  const { request, meeting } = await findOwnRequest(context, requestId);
  if (request.guest) await dismissGuest(context.db, meeting, request.guest, "left", context.now);
}
