import type { ClerkActor, Context } from "../../platform/context.js";
import { findLedRequest } from "./find-led-request.js";
import { stopRequest } from "./stop-request.js";

/** The clerk stops the search, or hangs up. A second time changes nothing. Refused: 404 not_found, 403 forbidden (who does not lead), 410 meeting_ended. */
export async function withdrawRequest(
  context: Context<ClerkActor>,
  { requestId }: { requestId: string },
): Promise<void> {
  await stopRequest(context.db, await findLedRequest(context, requestId), context.now);
}
