import type { QueueChange, QueueEntry, QueueView } from "@balie/contract/meetings";

/** What a page that shows `before` needs to show `after`; null where what stays has changed its order, so that the whole is simpler. */
export function changeOfQueue(before: QueueView, after: QueueView): QueueChange | null {
  const placeBefore = new Map(before.entries.map(({ meetingId }, place) => [meetingId, place]));
  const isSame = (entry: QueueEntry) => {
    const place = placeBefore.get(entry.meetingId);
    return place !== undefined && JSON.stringify(before.entries[place]) === JSON.stringify(entry);
  };
  const put = after.entries.map((entry, place) => ({ place, entry })).filter(({ entry }) => !isSame(entry));
  const isPut = new Set(put.map(({ entry }) => entry.meetingId));
  const staying = after.entries.filter(({ meetingId }) => !isPut.has(meetingId));
  if (!isRising(staying.map(({ meetingId }) => placeBefore.get(meetingId)!))) return null;

  const isThere = new Set(after.entries.map(({ meetingId }) => meetingId));
  const gone = before.entries.map(({ meetingId }) => meetingId).filter((meetingId) => !isThere.has(meetingId));
  return { at: after.at, gone, put };
}

const isRising = (places: number[]): boolean =>
  places.every((place, index) => index === 0 || places[index - 1]! < place);
