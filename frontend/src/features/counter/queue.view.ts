import type { QueueArrival, QueueChange, QueueEntry, QueueView } from "@balie/contract/meetings";

export type QueueSections = {
  readonly waiting: readonly QueueEntry[];
  readonly inProgress: readonly QueueEntry[];
  readonly toFinish: readonly QueueEntry[];
  readonly upcoming: readonly QueueEntry[];
};

/** What a clerk sees, in order; of what is in progress and to finish, the clerk's own comes first. */
export const sectionsOf = ({ entries }: QueueView, clerkId: string): QueueSections => {
  const ownFirst = (some: readonly QueueEntry[]) => [
    ...some.filter((entry) => isMine(entry, clerkId)),
    ...some.filter((entry) => !isMine(entry, clerkId)),
  ];
  return {
    waiting: entries.filter((entry) => entry.status === "waiting"),
    inProgress: ownFirst(entries.filter((entry) => entry.status === "in_progress" || entry.status === "parked")),
    toFinish: entries.filter((entry) => entry.status === "ended" && !entry.hasOutcome && isMine(entry, clerkId)),
    upcoming: entries.filter((entry) => entry.status === "planned"),
  };
};

export const isMine = (entry: QueueEntry, clerkId: string): boolean => entry.clerk?.id === clerkId;

/** Who is let in when the clerk admits: whoever came first and is still there. */
export const firstWaiting = (entry: QueueEntry): QueueArrival | undefined =>
  entry.arrivals.find((arrival) => arrival.state === "waiting" && arrival.isConnected) ??
  entry.arrivals.find((arrival) => arrival.state === "waiting");

export const admitted = (entry: QueueEntry): QueueArrival | undefined =>
  entry.arrivals.find((arrival) => arrival.state === "admitted");

/** People talk in the room; else by an ordinary telephone call beside it. */
export const isInRoom = ({ medium }: QueueEntry): boolean => medium !== "phone";

/** Who waits for the nod while the meeting runs; a browser only while there is a room to come to. */
export const askingForNod = (entry: QueueEntry): readonly QueueArrival[] =>
  entry.status === "in_progress"
    ? entry.arrivals.filter(({ state, isByPhone }) => state === "waiting" && (isByPhone || isInRoom(entry)))
    : [];

export const minutesSince = (at: string, now: number): number =>
  Math.max(0, Math.floor((now - Date.parse(at)) / 60_000));

/** The queue with one entry as an action answered it: it need not wait for the next snapshot. */
export const withEntry = (queue: QueueView, changed: QueueEntry): QueueView => ({
  ...queue,
  entries: queue.entries.map((entry) => (entry.meetingId === changed.meetingId ? changed : entry)),
});

/** With what this clerk leads at another counter. */
export const withLed = (queue: QueueView, led: readonly QueueEntry[]): QueueView =>
  led.length === 0 ? queue : { ...queue, entries: [...queue.entries, ...led] };

/** The queue after a change, as the contract says: entries that did not change stay the same objects. */
export const withChange = (queue: QueueView, { at, gone, put }: QueueChange): QueueView => {
  const leaving = new Set([...gone, ...put.map(({ entry }) => entry.meetingId)]);
  const entries = queue.entries.filter(({ meetingId }) => !leaving.has(meetingId));
  for (const { place, entry } of put) entries.splice(place, 0, entry);
  return { at, entries };
};

/** Who waits now and did not before. */
export const newcomers = (before: QueueView | null, after: QueueView): readonly QueueEntry[] => {
  if (!before) return [];
  const waited = new Set(before.entries.filter((entry) => entry.status === "waiting").map((entry) => entry.meetingId));
  return after.entries.filter((entry) => entry.status === "waiting" && !waited.has(entry.meetingId));
};
