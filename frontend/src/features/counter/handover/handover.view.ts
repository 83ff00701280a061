import type { HandoverView } from "@balie/contract/handovers";
import type { HandoversView } from "@balie/contract/meetings";

export const noHandovers: HandoversView = { asked: [], asking: [], led: [] };

const isOpen = ({ state }: HandoverView): boolean => state === "asked" || state === "accepted";

/** What this clerk is asked to take over, answered or not. */
export const openHandovers = ({ asked }: HandoversView): readonly HandoverView[] => asked.filter(isOpen);

/** What became of the questions of this meeting. */
export const handoversOf = ({ asking }: HandoversView, meetingId: string): readonly HandoverView[] =>
  asking.filter((one) => one.meetingId === meetingId);

/** By which another clerk leads a meeting that was this clerk's. */
export const takenOf = (handovers: HandoversView, meetingId: string): HandoverView | undefined =>
  handoversOf(handovers, meetingId).find(({ state }) => state === "taken");

/** Who asks now and did not before. */
export const newHandovers = (before: HandoversView, after: HandoversView): readonly HandoverView[] => {
  const known = new Set(before.asked.map(({ id }) => id));
  return after.asked.filter(({ id, state }) => state === "asked" && !known.has(id));
};

/** With one as an action answered it: it need not wait for the next news. One that was not known is our own question; the last one to each colleague counts. */
export const withHandover = ({ asked, asking, led }: HandoversView, changed: HandoverView): HandoversView => {
  const put = (some: readonly HandoverView[]) => some.map((one) => (one.id === changed.id ? changed : one));
  if ([...asked, ...asking].some(({ id }) => id === changed.id))
    return { asked: put(asked), asking: put(asking).filter(({ state }) => state !== "withdrawn"), led };
  if (changed.state !== "asked") return { asked, asking, led };
  const others = asking.filter((one) => one.meetingId !== changed.meetingId || one.to.id !== changed.to.id);
  return { asked, asking: [...others, changed], led };
};

/** What this page saw somebody say yes to, as long as it is on its way to them or theirs; `asked` is news from before that. */
export const followed = (ids: readonly string[], { asked }: HandoversView): readonly string[] =>
  asked
    .filter(({ id, state }) => state === "accepted" || ((state === "taken" || state === "asked") && ids.includes(id)))
    .map(({ id }) => id);
