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
};

export type ConsoleAction =
  | { readonly type: "queueTold"; readonly queue: QueueView }
  | { readonly type: "queueChanged"; readonly change: QueueChange }
  | { readonly type: "entryChanged"; readonly entry: QueueEntry }
  | { readonly type: "companyTold"; readonly company: CompanyView }
  | { readonly type: "requestChanged"; readonly request: ColleagueRequest }
  | { readonly type: "interpretingTold"; readonly interpreting: InterpretingView }
  | { readonly type: "interpreterChanged"; readonly request: InterpreterRequestView }
  | { readonly type: "handoversTold"; readonly handovers: HandoversView }
  | { readonly type: "handoverChanged"; readonly handover: HandoverView }
  | { readonly type: "handedOver"; readonly view: HandedOver }
  | { readonly type: "companyOpened"; readonly requestId: string }
  | { readonly type: "live"; readonly isLive: boolean }
  /** By this clerk; live news of it may have come before. */
  | { readonly type: "admitted"; readonly entry: QueueEntry; readonly asksInterpreter: boolean }
  | { readonly type: "callOpened"; readonly meetingId: string; readonly asksInterpreter?: boolean }
  | { readonly type: "callLeft" }
  | { readonly type: "outcomeOpened"; readonly meetingId: string }
  | { readonly type: "outcomeSaved"; readonly name: string }
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
};

export const afterConsoleAction = (state: ConsoleState, action: ConsoleAction): ConsoleState => {
  switch (action.type) {
    case "queueTold":
      return withNews(state, action.queue);
    case "queueChanged":
      return state.queue ? withNews(state, withChange(state.queue, action.change)) : state;
    case "entryChanged":
      return state.queue ? withQueue(withLed(state, action.entry), withEntry(state.queue, action.entry)) : state;
    case "companyTold":
      return withCompany(state, action.company);
    case "requestChanged":
      return { ...state, company: withRequest(state.company, action.request) };
    case "interpretingTold":
      return { ...state, interpreting: action.interpreting };
    case "interpreterChanged":
      return { ...state, interpreting: withInterpreterRequest(state.interpreting, action.request) };
    case "handoversTold":
      return withHandovers(state, action.handovers);
    case "handoverChanged":
      return withHandovers(
        { ...state, takingOver: [...state.takingOver, action.handover.id] },
        withHandover(state.handovers, action.handover),
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
      const told = entryOf(state, entry.meetingId)?.status;
      const isTold = told === "in_progress" || told === "ended";
      const known = isTold ? state : afterConsoleAction(state, { type: "entryChanged", entry });
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
      return { ...state, view: atQueue, finishedName: action.name };
    case "callLeft":
    case "outcomePostponed":
      return { ...state, view: atQueue };
  }
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

/** A call whose meeting has ended, here or in another tab, leads to its outcome; one that is not this clerk's to see any more, to who has it. */
const afterEntries = (next: ConsoleState): ConsoleState => {
  if (next.view.kind !== "call") return next;
  const entry = entryOf(next, next.view.meetingId);
  if (!entry) return { ...next, view: handedOn(next, next.view.meetingId) ?? atQueue };
  if (entry.status === "ended" && entry.hasOutcome) return { ...next, view: atQueue };
  return entry.status === "ended" ? { ...next, view: { kind: "outcome", meetingId: entry.meetingId } } : next;
};
