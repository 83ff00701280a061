import { type Shelf, tabShelf } from "../../../platform/storage.js";
import type { Call } from "../call.js";
import { newLateWriter } from "./late-writer.js";
import type { LiveWriter } from "./live-writer.js";

/** What this person writes in one call. */
export interface WritingHandle {
  readonly send: (text: string) => void;
  readonly live: LiveWriter;
  /** What stands in the field: a reload keeps it. By meeting, so that nothing of it comes up at the next one. */
  readonly draft: Shelf<string>;
}

export const draftShelf = (meetingId: string) => tabShelf<string>(`draft.${meetingId}`);

export const newWriting = (
  meetingId: string,
  call: () => Pick<Call, "sendMessage" | "sendRealtimeText"> | null,
): WritingHandle => {
  const live = newLateWriter((part) => call()?.sendRealtimeText(part));
  return {
    live,
    draft: draftShelf(meetingId),
    send: (text) => {
      call()?.sendMessage(text);
      live.endLine();
    },
  };
};
