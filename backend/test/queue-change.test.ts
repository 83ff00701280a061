import type { QueueEntry, QueueView } from "@balie/contract/meetings";
import { expect } from "chai";
import fc from "fast-check";
import { withChange } from "../../frontend/src/features/counter/queue.view.js";
import { changeOfQueue } from "../src/features/meetings/queue-change.rules.js";

/** The server says what changed, the page makes the queue from it: both sides of one contract. */
describe("a change of the queue", () => {
  const entryOf = ([meetingId, citizenName]: readonly [string, string]) => ({ meetingId, citizenName }) as QueueEntry;
  const ids = fc.uniqueArray(fc.constantFrom(..."abcdefgh"), { maxLength: 8 });
  const queue = ids.chain((chosen) =>
    fc.record({
      at: fc.constantFrom("09:00", "09:01"),
      entries: fc.tuple(...chosen.map((id) => fc.constantFrom("An", "Karim").map((name) => entryOf([id, name])))),
    }),
  ) as fc.Arbitrary<QueueView>;

  it("makes of any queue that is shown the one that holds now, unless what stays changed places", () => {
    fc.assert(
      fc.property(queue, queue, (before, after) => {
        const change = changeOfQueue(before, after);
        if (change === null) return isReordered(before, after);
        expect(withChange(before, change)).to.deep.equal(after);
        return true;
      }),
      { numRuns: 2_000 },
    );
  });

  const isReordered = (before: QueueView, after: QueueView) => {
    const names = new Map(before.entries.map((entry, place) => [entry.meetingId, { name: entry.citizenName, place }]));
    const places = after.entries
      .filter(({ meetingId, citizenName }) => names.get(meetingId)?.name === citizenName)
      .map(({ meetingId }) => names.get(meetingId)!.place);
    return places.some((place, index) => index > 0 && places[index - 1]! > place);
  };

  it("carries only the entries that differ", () => {
    const before = { at: "09:00", entries: [entryOf(["a", "An"]), entryOf(["b", "Karim"])] };
    const after = { at: "09:00", entries: [entryOf(["b", "Karim"]), entryOf(["a", "Ann"])] };
    expect(changeOfQueue(before, after)).to.deep.equal({
      at: "09:00",
      gone: [],
      put: [{ place: 1, entry: entryOf(["a", "Ann"]) }],
    });
  });
});
