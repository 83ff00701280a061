import type { Context, HelperBrowser } from "../../platform/context.js";
import { announce } from "../../platform/live/announce.js";
import { Helper } from "./helper.entity.js";
import { lockHelper } from "./load-helper.js";

/** The helper goes away: while waiting, the link is free for another browser; from the call, they may return while it runs. Another tab's departure does not count. */
export async function departAsHelper(
  { db, actor }: Context<HelperBrowser>,
  { tabId }: { tabId: string },
): Promise<void> {
  const helper = await lockHelper(db, actor.helperId);
  if (helper.tabId !== tabId) return;
  const change = { seenAt: null, ...(helper.state === "waiting" ? { state: "left" as const } : {}) };
  await db.update(Helper, { id: helper.id }, change);
  await announce(db, `counter:${helper.meeting.counterId}`);
}
