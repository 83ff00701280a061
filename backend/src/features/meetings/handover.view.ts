import type { HandoverView } from "@balie/contract/handovers";
import type { HandoversView } from "@balie/contract/meetings";
import { isOpen, stateAt } from "./handover.rules.js";
import type { FoundHandover } from "./load-handovers.js";

export const viewHandover = (found: FoundHandover, now: Date): HandoverView => {
  const { expiresAt: _, leaderId: __, ...shown } = found;
  return { ...shown, state: stateAt(found, now) };
};

/** Of what one clerk is asked: what waits, and what they lead by it. Of what they asked as the one who leads: the last question to each, unless it was taken back; once it is taken, who leads by it. */
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
    asking: seen(last.filter((one) => one.from.id === clerkId && isToldToWhoAsked(one))),
  };
};

const isToldToWhoAsked = ({ state, from, to, leaderId }: FoundHandover): boolean =>
  state === "taken" ? leaderId === to.id : state !== "withdrawn" && leaderId === from.id;

const leaderOf = (all: readonly FoundHandover[], meeting: string) =>
  all.find(({ meetingId }) => meetingId === meeting)?.leaderId;

const isLast = (handover: FoundHandover, all: readonly FoundHandover[]): boolean =>
  all.findLast(({ meetingId, to }) => meetingId === handover.meetingId && to.id === handover.to.id) === handover;
