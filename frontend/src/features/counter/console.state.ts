import type { ColleagueRequest, CompanyView } from "@balie/contract/company";
import type { HandoverView } from "@balie/contract/handovers";
import type { InterpreterRequestView, InterpretingView } from "@balie/contract/interpreters";
import type { HandoversView, QueueChange, QueueEntry, QueueView } from "@balie/contract/meetings";
import { noCompany, unanswered, withRequest } from "./company/company.view.js";
import { followed, noHandovers, takenOf, withHandover } from "./handover/handover.view.js";
import { noInterpreting, withInterpreterRequest } from "./interpreting/interpreting.view.js";
import { newcomers, withChange, withEntry } from "./queue.view.js";

interface HandedOver {
  readonly kind: "handedOver";
  readonly meetingId: string;
  /** Who leads now. */
  readonly name: string;
  readonly citizenName: string;
}

export type ConsoleView =
  | { readonly kind: "queue" }
  /** `asksInterpreter`: the clerk is asked for which language, as soon as the call is drawn. */
  | { readonly kind: "call"; readonly meetingId: string; readonly asksInterpreter: boolean }
  /** Another clerk's call, by the request that was accepted. */
  | { readonly kind: "company"; readonly requestId: string }
  | { readonly kind: "outcome"; readonly meetingId: string }
  /** A call that was this clerk's is another's now. */
  | HandedOver;

export type ConsoleState = {
  readonly queue: QueueView | null;
  readonly isLive: boolean;
  readonly view: ConsoleView;
  /** Who arrived with the last news. */
  readonly arrived: readonly QueueEntry[];
  /** Whose meeting was finished last. */
  readonly finishedName: string | null;
  readonly company: CompanyView;
  readonly interpreting: InterpretingView;
  readonly handovers: HandoversView;
  /** Ids of those that this page saw accepted: their calls open by themselves. */
  readonly takingOver: readonly string[];
  /** The call of another clerk that was shown has ended. */
  readonly isCompanyOver: boolean;
  /** When each was last told, by performance.now(). */
  readonly toldAt: Readonly<Record<Told, number>>;
};

type Told = "queue" | "company" | "interpreting" | "handovers";
/** Live news, and when it came, by performance.now(). */
type News = { readonly at: number };
/** What an action answered, and when it was asked (OnAnswer). */
type Answered = { readonly sentAt: number };

export type ConsoleAction =
  | ({ readonly type: "queueTold"; readonly queue: QueueView } & News)
  | ({ readonly type: "queueChanged"; readonly change: QueueChange } & News)
  | ({ readonly type: "entryChanged"; readonly entry: QueueEntry } & Answered)
  | ({ readonly type: "companyTold"; readonly company: CompanyView } & News)
  | ({ readonly type: "requestChanged"; readonly request: ColleagueRequest } & Answered)
  | ({ readonly type: "interpretingTold"; readonly interpreting: InterpretingView } & News)
  | ({ readonly type: "interpreterChanged"; readonly request: InterpreterRequestView } & Answered)
  | ({ readonly type: "handoversTold"; readonly handovers: HandoversView } & News)
  | ({ readonly type: "handoverChanged"; readonly handover: HandoverView } & Answered)
  | { readonly type: "handedOver"; readonly view: HandedOver }
  | { readonly type: "companyOpened"; readonly requestId: string }
  | { readonly type: "live"; readonly isLive: boolean }
  /** By this clerk; live news of it may have come before. */
  | { readonly type: "admitted"; readonly entry: QueueEntry; readonly asksInterpreter: boolean }
  | { readonly type: "callOpened"; readonly meetingId: string; readonly asksInterpreter?: boolean }
  | { readonly type: "callLeft" }
  | { readonly type: "outcomeOpened"; readonly meetingId: string }
  | { readonly type: "outcomeSaved"; readonly meetingId: string; readonly name: string }
  | { readonly type: "outcomePostponed" };

const atQueue: ConsoleView = { kind: "queue" };
export const newConsole: ConsoleState = {
  queue: null,
  isLive: true,
  view: atQueue,
  arrived: [],
  finishedName: null,
  company: noCompany,
  interpreting: noInterpreting,
  handovers: noHandovers,
  takingOver: [],
  isCompanyOver: false,
  toldAt: { queue: 0, company: 0, interpreting: 0, handovers: 0 },
};

export const afterConsoleAction = (state: ConsoleState, action: ConsoleAction): ConsoleState => {
  switch (action.type) {
    case "queueTold":
      return withNews(told(state, "queue", action), action.queue);
    case "queueChanged":
      return state.queue ? withNews(told(state, "queue", action), withChange(state.queue, action.change)) : state;
    case "entryChanged":
      return withAnsweredEntry(state, action);
    case "companyTold":
      return withCompany(told(state, "company", action), action.company);
    case "requestChanged":
      if (isOvertaken(state, "company", action)) return state;
      return { ...state, company: withRequest(state.company, action.request) };
    case "interpretingTold":
      return { ...told(state, "interpreting", action), interpreting: action.interpreting };
    case "interpreterChanged":
      if (isOvertaken(state, "interpreting", action)) return state;
      return { ...state, interpreting: withInterpreterRequest(state.interpreting, action.request) };
    case "handoversTold":
      return withHandovers(told(state, "handovers", action), action.handovers);
    case "handoverChanged":
      return withHandovers(
        { ...state, takingOver: [...state.takingOver, action.handover.id] },
        isOvertaken(state, "handovers", action) ? state.handovers : withHandover(state.handovers, action.handover),
      );
    case "handedOver":
      return { ...state, view: action.view };
    case "companyOpened":
      if (!requestOf(state, action.requestId)) return { ...state, isCompanyOver: true };
      return { ...state, view: { kind: "company", requestId: action.requestId }, isCompanyOver: false };
    case "live":
      return { ...state, isLive: action.isLive };
    case "admitted": {
      const { entry, asksInterpreter } = action;
      const status = entryOf(state, entry.meetingId)?.status;
      const isTold = status === "in_progress" || status === "ended";
      const known = isTold || !state.queue ? state : withQueue(state, withEntry(state.queue, entry));
      return afterConsoleAction(known, { type: "callOpened", meetingId: entry.meetingId, asksInterpreter });
    }
    case "callOpened":
      return {
        ...state,
        view: { kind: "call", meetingId: action.meetingId, asksInterpreter: action.asksInterpreter ?? false },
        finishedName: null,
        isCompanyOver: false,
      };
    case "outcomeOpened":
      return { ...state, view: { kind: "outcome", meetingId: action.meetingId }, finishedName: null };
    case "outcomeSaved":
      // Live news may have led to the queue before, and the clerk on from there.
      if (!isAtOutcome(state, action.meetingId) && state.view.kind !== "queue") return state;
      return { ...state, view: atQueue, finishedName: action.name };
    case "callLeft":
    case "outcomePostponed":
      return { ...state, view: atQueue };
  }
};

const isAtOutcome = ({ view }: ConsoleState, meetingId: string): boolean =>
  view.kind === "outcome" && view.meetingId === meetingId;

const told = (state: ConsoleState, what: Told, { at }: News): ConsoleState => ({
  ...state,
  toldAt: { ...state.toldAt, [what]: at },
});

/** News came since it was asked. It may be newer than the answer, and is not told twice; if it is older, what the action changed is news too and on its way. */
const isOvertaken = ({ toldAt }: ConsoleState, what: Told, { sentAt }: Answered): boolean => toldAt[what] >= sentAt;

const withAnsweredEntry = (state: ConsoleState, answer: { readonly entry: QueueEntry } & Answered): ConsoleState => {
  if (!state.queue) return state;
  const known = isOvertaken(state, "handovers", answer) ? state : withLed(state, answer.entry);
  return withQueue(known, isOvertaken(state, "queue", answer) ? state.queue : withEntry(state.queue, answer.entry));
};

export const requestOf = ({ company }: ConsoleState, requestId: string): ColleagueRequest | undefined =>
  company.asked.find(({ id }) => id === requestId);

/** Who asks now and did not before. */
export const newQuestions = (before: CompanyView, after: CompanyView): readonly ColleagueRequest[] => {
  const known = new Set(before.asked.map(({ id }) => id));
  return unanswered(after).filter(({ id }) => !known.has(id));
};

/** Another clerk's call that is over leads back to the queue. */
const withCompany = (state: ConsoleState, company: CompanyView): ConsoleState => {
  const next = { ...state, company };
  if (next.view.kind !== "company" || requestOf(next, next.view.requestId)) return next;
  return { ...next, view: atQueue, isCompanyOver: true };
};

const withHandovers = (state: ConsoleState, handovers: HandoversView): ConsoleState =>
  inCallTakenOver(afterEntries({ ...state, handovers, takingOver: followed(state.takingOver, handovers) }));

/** One that is led at another counter, as an action answered it. */
const withLed = (state: ConsoleState, changed: QueueEntry): ConsoleState => {
  const led = state.handovers.led.map((entry) => (entry.meetingId === changed.meetingId ? changed : entry));
  return { ...state, handovers: { ...state.handovers, led } };
};

/** A call that was taken over opens as soon as the queue says whose it is. What is typed at an outcome comes first. */
const inCallTakenOver = (state: ConsoleState): ConsoleState => {
  const taken = state.handovers.asked.find(
    ({ id, state: is, meetingId, to }) =>
      is === "taken" && state.takingOver.includes(id) && entryOf(state, meetingId)?.clerk?.id === to.id,
  );
  if (!taken || state.view.kind === "outcome") return state;
  return {
    ...state,
    takingOver: state.takingOver.filter((id) => id !== taken.id),
    view: { kind: "call", meetingId: taken.meetingId, asksInterpreter: false },
    finishedName: null,
    isCompanyOver: false,
  };
};

export const entryOf = (state: ConsoleState, meetingId: string): QueueEntry | undefined =>
  [...(state.queue?.entries ?? []), ...state.handovers.led].find((entry) => entry.meetingId === meetingId);

const withNews = (state: ConsoleState, queue: QueueView): ConsoleState =>
  inCallTakenOver(withQueue({ ...state, arrived: newcomers(state.queue, queue) }, queue));

/** From another counter: there the queue does not tell whose it is. */
const handedOn = ({ handovers }: ConsoleState, meetingId: string): HandedOver | null => {
  const taken = takenOf(handovers, meetingId);
  return taken ? { kind: "handedOver", meetingId, name: taken.to.name, citizenName: taken.citizenName } : null;
};

const withQueue = (state: ConsoleState, queue: QueueView): ConsoleState => afterEntries({ ...state, queue });

/** A call whose meeting has ended, here or in another tab, leads to its outcome; an outcome that is saved, to the queue;
    a call that is not this clerk's to see any more, to who has it. */
const afterEntries = (next: ConsoleState): ConsoleState => {
  if (next.view.kind === "outcome") {
    const entry = entryOf(next, next.view.meetingId);
    return !entry || entry.hasOutcome ? { ...next, view: atQueue } : next;
  }
  if (next.view.kind !== "call") return next;
  const entry = entryOf(next, next.view.meetingId);
  if (!entry) return { ...next, view: handedOn(next, next.view.meetingId) ?? atQueue };
  if (entry.status === "ended" && entry.hasOutcome) return { ...next, view: atQueue };
  return entry.status === "ended" ? { ...next, view: { kind: "outcome", meetingId: entry.meetingId } } : next;
};
