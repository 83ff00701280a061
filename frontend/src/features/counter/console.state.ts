import type { QueueChange, QueueEntry, QueueView } from "@balie/contract/meetings";
import { newcomers, withChange, withEntry } from "./queue.view.js";

export type ConsoleView =
  | { readonly kind: "queue" }
  | { readonly kind: "call"; readonly meetingId: string }
  | { readonly kind: "outcome"; readonly meetingId: string };

export type ConsoleState = {
  readonly queue: QueueView | null;
  readonly isLive: boolean;
  readonly view: ConsoleView;
  /** Who arrived with the last news. */
  readonly arrived: readonly QueueEntry[];
  /** Whose meeting was finished last. */
  readonly finishedName: string | null;
};

export type ConsoleAction =
  | { readonly type: "queueTold"; readonly queue: QueueView }
  | { readonly type: "queueChanged"; readonly change: QueueChange }
  | { readonly type: "entryChanged"; readonly entry: QueueEntry }
  | { readonly type: "live"; readonly isLive: boolean }
  | { readonly type: "callOpened"; readonly meetingId: string }
  | { readonly type: "callLeft" }
  | { readonly type: "outcomeOpened"; readonly meetingId: string }
  | { readonly type: "outcomeSaved"; readonly name: string }
  | { readonly type: "outcomePostponed" };

const atQueue: ConsoleView = { kind: "queue" };
export const newConsole: ConsoleState = { queue: null, isLive: true, view: atQueue, arrived: [], finishedName: null };

export const afterConsoleAction = (state: ConsoleState, action: ConsoleAction): ConsoleState => {
  switch (action.type) {
    case "queueTold":
      return withNews(state, action.queue);
    case "queueChanged":
      return state.queue ? withNews(state, withChange(state.queue, action.change)) : state;
    case "entryChanged":
      return state.queue ? withQueue(state, withEntry(state.queue, action.entry)) : state;
    case "live":
      return { ...state, isLive: action.isLive };
    case "callOpened":
      return { ...state, view: { kind: "call", meetingId: action.meetingId }, finishedName: null };
    case "outcomeOpened":
      return { ...state, view: { kind: "outcome", meetingId: action.meetingId }, finishedName: null };
    case "outcomeSaved":
      return { ...state, view: atQueue, finishedName: action.name };
    case "callLeft":
    case "outcomePostponed":
      return { ...state, view: atQueue };
  }
};

export const entryOf = (state: ConsoleState, meetingId: string): QueueEntry | undefined =>
  state.queue?.entries.find((entry) => entry.meetingId === meetingId);

const withNews = (state: ConsoleState, queue: QueueView): ConsoleState =>
  withQueue({ ...state, arrived: newcomers(state.queue, queue) }, queue);

/** A call whose meeting has ended, here or in another tab, leads to its outcome. */
const withQueue = (state: ConsoleState, queue: QueueView): ConsoleState => {
  const next = { ...state, queue };
  if (next.view.kind !== "call") return next;
  const entry = entryOf(next, next.view.meetingId);
  if (!entry || (entry.status === "ended" && entry.hasOutcome)) return { ...next, view: atQueue };
  return entry.status === "ended" ? { ...next, view: { kind: "outcome", meetingId: entry.meetingId } } : next;
};
