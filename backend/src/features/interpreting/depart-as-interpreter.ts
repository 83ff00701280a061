import type { Context, InterpreterBrowser } from "../../platform/context.js";
import { announce } from "../../platform/live/announce.js";
import { Guest } from "../meetings/guest.entity.js";
import { InterpreterLink } from "./interpreter-link.entity.js";
import { lockLink } from "./load-link.js";

/** The interpreter goes away: while waiting, the link is free for another browser, and nobody is told of them; from the call, they may return until it counts as over. Another tab's departure does not count. */
export async function departAsInterpreter(
  { db, actor }: Context<InterpreterBrowser>,
  { tabId }: { tabId: string },
): Promise<void> {
  const link = await lockLink(db, actor.linkId);
  if (link.tabId !== tabId) return;
  const isIn = link.guest?.state === "admitted";
  const change = { seenAt: null, ...(link.state === "waiting" && !isIn ? { state: "left" as const } : {}) };
  await db.update(InterpreterLink, { id: link.id }, change);
  if (link.guest?.state === "announced") await db.update(Guest, { id: link.guest.id }, { atDoorAt: null });
  await announce(db, `counter:${link.meeting.counterId}`);
}
