import { tabShelf } from "../../platform/storage.js";
import { chatShelf } from "../call/stage/use-call.js";
import { noteShelf } from "./note-shelf.js";
import { outcomeShelf } from "./outcome-shelf.js";

/** What this tab kept of a call: its outcome has it now, or its next clerk. */
export const forgetCall = (meetingId: string): void => {
  chatShelf(meetingId).clear();
  noteShelf(meetingId).clear();
  outcomeShelf(meetingId).clear();
};

/** Everything that this tab kept: its clerk signs out, and what citizens said is not for who comes next. */
export const forgetTab = (): void => {
  try {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith("balie.")) sessionStorage.removeItem(key);
  } catch {
    // A browser that forbids storage has kept nothing.
  }
};

const clerkOfTab = tabShelf<string>("clerk");

/** A session may end without a word: what is kept waits for the same clerk, and goes when another one signs in. */
export const forgetOthers = (clerkId: string): void => {
  if ((clerkOfTab.read() ?? clerkId) !== clerkId) forgetTab();
  clerkOfTab.write(clerkId);
};
