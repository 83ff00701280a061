import type { SilenceInterpreterInput } from "@balie/contract/interpreters";
import type { ClerkActor, Context } from "../../platform/context.js";
import { announce } from "../../platform/live/announce.js";
import { Guest } from "../meetings/guest.entity.js";
import { findLedRequest } from "./find-led-request.js";
import { findOpenCall } from "./find-open-call.js";

/** The clerk silences the interpreter who is connected, or lets them be heard again: every page in the call goes by it. Jitsi's own mute is refused for telephones, and could not be undone by the clerk
    (docs/decisions/2026-11-27-silencing-an-interpreter.md). Again, or with nobody connected, it changes nothing. Refused: 404 not_found, 403 forbidden (who does not lead), 410 meeting_ended. */
export async function silenceInterpreter(
  context: Context<ClerkActor>,
  { requestId, isSilenced }: SilenceInterpreterInput,
): Promise<void> {
  const { db, now } = context;
  const { meeting } = await findLedRequest(context, requestId);
  const call = await findOpenCall(db, requestId);
  if (call?.state !== "connected") return;
  await db.update(Guest, { id: call.id }, { silencedAt: isSilenced ? now : null });
  await announce(db, `counter:${meeting.counterId}`);
}
