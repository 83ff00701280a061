import type { OutcomeResult } from "@balie/contract/outcomes";
import { type Shelf, tabShelf } from "../../platform/storage.js";

export interface OutcomeValues {
  readonly result: OutcomeResult | null;
  readonly product: string;
  readonly note: string;
  readonly message: string;
  /** Of the links of the chat: none goes into a mail unseen. */
  readonly ticked: readonly string[];
  /** One per line. */
  readonly links: string;
}

/** What is typed of an outcome that is not saved yet: finished later, or after a reload, it is there again. */
export const outcomeShelf = (meetingId: string): Shelf<OutcomeValues> =>
  tabShelf<OutcomeValues>(`outcome.${meetingId}`);
