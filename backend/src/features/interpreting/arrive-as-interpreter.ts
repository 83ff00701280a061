import type { Context, InterpreterLinkHolder } from "../../platform/context.js";
import { Refusal } from "../../platform/http/refusal.js";
import { announce } from "../../platform/live/announce.js";
import { Guest } from "../meetings/guest.entity.js";
import { type Arriving, holdOwnLink } from "../meetings/hold-own-link.js";
import { refuseUntimely } from "../meetings/refuse-untimely.js";
import { InterpreterLink } from "./interpreter-link.entity.js";
import { linkStateOf } from "./interpreter-link.rules.js";
import { lockLink } from "./load-link.js";

type Arrived = { link: InterpreterLink; newToken: string | null };

/** The interpreter's click on "to the waiting room". Whoever is asked for is now at the door: the citizen is told. Whoever is not yet, or no more, waits until the clerk asks for them.
    Refused: 410 interpreter_released, appointment_cancelled, appointment_over, meeting_ended; 403 too_early, arrival_removed, arrival_replaced (another browser holds it), not_admitted
    (a return of a browser that does not). */
export async function arriveAsInterpreter(
  { db, actor, now }: Context<InterpreterLinkHolder>,
  arriving: Arriving,
  cookie: string | undefined,
): Promise<Arrived> {
  const link = await lockLink(db, actor.linkId);
  const state = linkStateOf(link);
  if (state === "withdrawn") throw new Refusal(410, "interpreter_released");
  if (state === "removed") throw new Refusal(403, "arrival_removed");
  refuseUntimely(link.meeting.appointment, link.meeting, now);
  const hold = holdOwnLink({ ...link, state }, arriving, cookie, now);

  const isOver = link.guest?.state === "left";
  const change = { ...hold.change, state: "waiting" as const, ...(isOver ? { guestId: null } : {}) };
  await db.update(InterpreterLink, { id: link.id }, change);
  if (link.guest?.state === "announced") await db.update(Guest, { id: link.guest.id }, { atDoorAt: now });
  await announce(db, `counter:${link.meeting.counterId}`);
  return { link: Object.assign(link, change), newToken: hold.newToken };
}
