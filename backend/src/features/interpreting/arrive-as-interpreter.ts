import type { Context, InterpreterLinkHolder } from "../../platform/context.js";
import { Refusal } from "../../platform/http/refusal.js";
import { announce } from "../../platform/live/announce.js";
import { Guest } from "../meetings/guest.entity.js";
import { type ArrivedByLink, type Arriving, holdOwnLink } from "../meetings/hold-own-link.js";
import { letInUntold } from "../meetings/let-in-untold.js";
import { InterpreterLink } from "./interpreter-link.entity.js";
import { linkStateOf } from "./interpreter-link.rules.js";
import { lockLink } from "./load-link.js";

/** The interpreter's click on "to the waiting room". Whoever is asked for is now at the door: the citizen is told. Whoever is not yet, or no more, waits until the clerk asks for them.
    Refused: 410 interpreter_released, and as `holdOwnLink` says. */
export async function arriveAsInterpreter(
  { db, actor, now }: Context<InterpreterLinkHolder>,
  arriving: Arriving,
  cookieOf: (id: string) => string | undefined,
): Promise<ArrivedByLink> {
  const link = await lockLink(db, actor.linkId);
  const state = linkStateOf(link);
  if (state === "withdrawn") throw new Refusal(410, "interpreter_released");
  const hold = holdOwnLink(link, state, arriving, cookieOf(link.id), now);

  const isOver = link.guest?.state === "left";
  const change = { ...hold.change, state: "waiting" as const, ...(isOver ? { guestId: null } : {}) };
  await db.update(InterpreterLink, { id: link.id }, change);
  if (link.guest?.state === "announced") await db.update(Guest, { id: link.guest.id }, { atDoorAt: now });
  await letInUntold(db, link.meeting, now);
  await announce(db, `counter:${link.meeting.counterId}`);
  return { link, newToken: hold.newToken };
}
