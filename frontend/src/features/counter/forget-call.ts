import { chatShelf } from "../call/stage/use-call.js";
import { noteShelf } from "./note-shelf.js";

/** What this tab kept of a call: its outcome has it now, or its next clerk. */
export const forgetCall = (meetingId: string): void => {
  chatShelf(meetingId).clear();
  noteShelf(meetingId).clear();
};
