import { type Shelf, tabShelf } from "../../platform/storage.js";
import { withSentence } from "./outcome.rules.js";

/** What was noted during the call, for the note of its outcome. */
export const noteShelf = (meetingId: string): Shelf<string> => tabShelf<string>(`note.${meetingId}`);

export const noteDown = (meetingId: string, sentence: string): void => {
  const shelf = noteShelf(meetingId);
  shelf.write(withSentence(shelf.read() ?? "", sentence));
};
