import type { ArrivedBrowser, Context } from "../../platform/context.js";
import { announce } from "../../platform/live/announce.js";
import { Arrival } from "./arrival.entity.js";
import { lockMeeting } from "./load-meeting.js";
import { planAgainWhenNobodyWaits } from "./plan-again.js";

/** The citizen goes away. While waiting: the place in the queue is given up, and with the last one the meeting is planned again. In the call: nothing but the
    connection ends; they may return while it runs. Another tab's departure does not count. */
export async function depart({ db, actor }: Context<ArrivedBrowser>, { tabId }: { tabId: string }): Promise<Arrival> {
  const { meetingId } = await db.findOneByOrFail(Arrival, { id: actor.arrivalId });
  const meeting = await lockMeeting(db, meetingId);
  const arrival = await db.findOneByOrFail(Arrival, { id: actor.arrivalId });
  if (arrival.tabId !== tabId) return arrival;
  const change = { seenAt: null, ...(arrival.state === "waiting" ? { state: "left" as const } : {}) };
  await db.update(Arrival, { id: arrival.id }, change);
  await planAgainWhenNobodyWaits(db, meeting);
  await announce(db, `counter:${meeting.counterId}`);
  return Object.assign(arrival, change);
}
