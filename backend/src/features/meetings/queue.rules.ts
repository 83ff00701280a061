type Waiting = { meetingId: string; startsAt: Date; arrivedAt: Date | null };

/** When a person's turn comes: at their own time when they are early, when they arrived when they are late. */
const turnAt = ({ startsAt, arrivedAt }: Waiting): number => Math.max(startsAt.getTime(), arrivedAt?.getTime() ?? 0);

/** The order of the queue, booked and walk-in alike; who came first goes first among equals. The rest is decided too, by the id: the order of those who stay must not change by
    itself. */
export const byTurn = (a: Waiting, b: Waiting): number =>
  turnAt(a) - turnAt(b) ||
  (a.arrivedAt?.getTime() ?? 0) - (b.arrivedAt?.getTime() ?? 0) ||
  (a.meetingId < b.meetingId ? -1 : 1);
