import type { InterpreterCallView, InterpreterRequestView, InterpretingView } from "@balie/contract/interpreters";

type Requests = readonly InterpreterRequestView[];

export const noInterpreting: InterpretingView = { requests: [], waiting: [] };

/** As the contract's `interpretersAtOnce`. */
export const atOnce = 2;

const openStates: readonly InterpreterRequestView["state"][] = ["queued", "dialling", "connected"];
export const isOpen = ({ state }: InterpreterRequestView): boolean => openStates.includes(state);

export const requestsOf = ({ requests }: InterpretingView, meetingId: string): Requests =>
  requests.filter((request) => request.meetingId === meetingId);

/** Those under way, and what became of one until another is asked for; who stopped looking knows that. */
export const shownRequests = (requests: Requests): Requests =>
  requests.filter((request) => isOpen(request) || (request.state !== "withdrawn" && !isFollowed(request, requests)));

const isFollowed = (request: InterpreterRequestView, requests: Requests): boolean => {
  const over = Date.parse(request.endedAt ?? request.askedAt);
  return requests.some((other) => other !== request && Date.parse(other.askedAt) >= over);
};

export const mayAskMore = (requests: Requests): boolean => requests.filter(isOpen).length < atOnce;

/** Who is being rung or talks now. */
export const currentCall = ({ calls }: InterpreterRequestView): InterpreterCallView | undefined =>
  calls.findLast(({ state }) => state === "dialling" || state === "connected");

/** Who talked and does no more. */
export const endedCall = ({ calls }: InterpreterRequestView): InterpreterCallView | undefined =>
  calls.findLast(({ state }) => state === "ended");

type Missed = "notAnswered" | "notCome" | "refused" | "notReached";
const words: Partial<Record<InterpreterCallView["state"], Missed>> = {
  unanswered: "notAnswered",
  refused: "refused",
  failed: "notReached",
};

/** Who was rung in vain, in that order, and how it went. */
export const missedCalls = ({
  calls,
  medium,
}: InterpreterRequestView): readonly { id: string; name: string; how: Missed }[] =>
  calls.flatMap(({ id, name, state }) => {
    const how = medium === "video" && state === "unanswered" ? "notCome" : words[state];
    return how ? [{ id, name, how }] : [];
  });

/** Whole seconds that it may ring still. The clock here may be wrong: never more than it rings in all. */
export const secondsLeft = ({ dialledAt, ringsUntil }: InterpreterCallView, now: number): number => {
  if (ringsUntil === null) return 0;
  const until = Date.parse(ringsUntil);
  const inAll = Math.round((until - Date.parse(dialledAt)) / 1000);
  return Math.max(0, Math.min(inAll, Math.ceil((until - now) / 1000)));
};

/** What can be done when nobody came: another language helps only where the telephone works. */
export const waysOn = ({
  state,
  why,
}: InterpreterRequestView): { readonly why: NonNullable<typeof why>; readonly hasOther: boolean } => {
  const reason = why ?? (state === "failed" ? "no_phone" : "all_tried");
  return { why: reason, hasOther: reason === "none_available" || reason === "all_tried" };
};

/** What the button makes of whoever is connected, in words of its text; null: none, as nobody hears them where there is no bridge. */
export const silenceWord = (
  { state, isSilenced }: InterpreterRequestView,
  hasBridge: boolean,
): "silence" | "hearAgain" | null => {
  if (state !== "connected" || !hasBridge) return null;
  return isSilenced ? "hearAgain" : "silence";
};

/** With one request as an action answered it: it need not wait for the next news. */
export const withInterpreterRequest = (
  { requests, waiting }: InterpretingView,
  changed: InterpreterRequestView,
): InterpretingView => {
  const isKnown = requests.some(({ id }) => id === changed.id);
  if (isKnown) return { requests: requests.map((request) => (request.id === changed.id ? changed : request)), waiting };
  return { requests: isOpen(changed) ? [...requests, changed] : requests, waiting };
};

/** The keys of the agency's customer code, once the call is there and until they were pressed in this tab. `ledSince`: when this clerk took the meeting over; whoever answered before has heard the code. */
export const codeToPress = (
  request: InterpreterRequestView,
  isInCall: (callId: string) => boolean,
  wasPressed: (callId: string) => boolean,
  ledSince: string | null,
): { readonly callId: string; readonly code: string } | null => {
  const call = currentCall(request);
  const { customerCode: code } = request;
  if (call?.state !== "connected" || !code || !isInCall(call.id) || wasPressed(call.id)) return null;
  if (ledSince !== null && call.connectedAt !== null && Date.parse(call.connectedAt) < Date.parse(ledSince))
    return null;
  return { callId: call.id, code };
};

/** Who waits in the meeting by their own link, and whom no request asks for. */
export const waitingOf = ({ waiting }: InterpretingView, meetingId: string): InterpretingView["waiting"] =>
  waiting.filter((one) => one.meetingId === meetingId);

/** The words of a step, by how the interpreter comes. */
export const byMedium = <Word extends string>(
  { medium }: Pick<InterpreterRequestView, "medium">,
  word: Word,
): Word | `${Word}ByVideo` => (medium === "video" ? `${word}ByVideo` : word);
