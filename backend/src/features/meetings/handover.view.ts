import type { HandoverView } from "@balie/contract/handovers";
import type { HandoversView } from "@balie/contract/meetings";
import { isOpen, stateAt } from "./handover.rules.js";
import type { FoundHandover } from "./load-handovers.js";

export const viewHandover = (found: FoundHandover, now: Date): HandoverView => {
  const { expiresAt: _, leaderId: __, ...shown } = found;
  return { ...shown, state: stateAt(found, now) };
};

/** Of what one clerk is asked: what waits, and what they lead by it. Of what they asked as the one who leads: the last question to each, unless it was taken back. */
export const viewHandovers = (
  all: readonly FoundHandover[],
  clerkId: string,
  now: Date,
): Omit<HandoversView, "led"> => {
  const last = all.filter((one) => isLast(one, all));
  const seen = (some: readonly FoundHandover[]) => some.map((one) => viewHandover(one, now));
  return {
    asked: seen(last.filter(({ to }) => to.id === clerkId)).filter(
      ({ state, meetingId }) => isOpen(state) || (state === "taken" && leaderOf(all, meetingId) === clerkId),
    ),
    asking: seen(last.filter(({ from, leaderId }) => from.id === clerkId && leaderId === clerkId)).filter(
      ({ state }) => state !== "withdrawn" && state !== "taken",
    ),
  };
};

const leaderOf = (all: readonly FoundHandover[], meeting: string) =>
  all.find(({ meetingId }) => meetingId === meeting)?.leaderId;

const isLast = (handover: FoundHandover, all: readonly FoundHandover[]): boolean =>
  all.findLast(({ meetingId, to }) => meetingId === handover.meetingId && to.id === handover.to.id) === handover;
