import type { Roster } from "@balie/contract/guests";
import type { CallTokenView } from "@balie/contract/meetings";
import type { Call, CallEvent, JoinOptions } from "../call.js";
import { joinCall } from "../jitsi/join-call.js";

export type Beginning = Pick<JoinOptions, "fetchToken" | "media">;

/** A call whose stage may not be drawn yet. */
export interface BegunCall {
  /** The first picture or sound of another is on its way, or it is all over. */
  readonly coming: Promise<void>;
  /** Hears everything from here on, after what came before. */
  listen(listener: (event: CallEvent) => void): void;
  sendMessage(text: string): void;
  sendRealtimeText: Call["sendRealtimeText"];
  pressKeys: Call["pressKeys"];
  /** Not in the call yet: it is asked for every other second anyway. */
  rejoin(): void;
  know: Call["know"];
  /** false: not in the call yet. */
  hangUp(): boolean;
  /** Hangs up, and tells nothing more. */
  leave(): void;
}

/** With a token in hand the connection opens at once; without, the token is asked for. */
export const beginCall = (beginning: Beginning, callToken?: CallTokenView): BegunCall => {
  const early: CallEvent[] = [];
  let listener = (event: CallEvent): void => void early.push(event);
  let call: Call | null = null;
  let roster: Roster = [];
  let isGone = false;
  let tellComing = () => {};
  const coming = new Promise<void>((resolve) => {
    tellComing = resolve;
  });
  const onEvent = (event: CallEvent) => {
    if (event.type === "mediaAdded" || event.type === "ended") tellComing();
    if (!isGone) listener(event);
  };
  const joined = (now: Call | null) => {
    call = now;
    call?.know(roster);
    if (isGone) call?.hangUp();
  };
  if (callToken) joined(joinCall({ ...beginning, callToken, onEvent }));
  else void enter({ ...beginning, onEvent, isGone: () => isGone }).then(joined);
  return {
    coming,
    listen: (next) => {
      listener = next;
      for (const event of early.splice(0)) onEvent(event);
    },
    sendMessage: (text) => call?.sendMessage(text),
    sendRealtimeText: (part) => call?.sendRealtimeText(part),
    pressKeys: (keys) => call?.pressKeys(keys),
    rejoin: () => call?.rejoin(),
    know: (now) => {
      roster = now;
      call?.know(now);
    },
    hangUp: () => {
      call?.hangUp();
      return call !== null;
    },
    leave: () => {
      isGone = true;
      call?.hangUp();
    },
  };
};

let ahead: { readonly meetingId: string; readonly call: BegunCall } | null = null;
const stageIsLateMs = 3000;
/** Longer, and whoever looks at the page wonders whether anything happens. */
const drawnWithinMs = 1000;

/** On the news of the admission, before anything of the call is drawn: between the clerk's click and the first picture every moment counts. The stage that is drawn next takes it over; a call
    that none takes is left. Resolves when it is time to draw: the other's picture is on its way, or takes its while. Drawing holds the page up for a tenth of a second and more, and until then every answer of
    the server waits for the page. */
export const beginAhead = (meetingId: string, beginning: Beginning, callToken: CallTokenView): Promise<void> => {
  const begun = { meetingId, call: beginCall(beginning, callToken) };
  ahead?.call.leave();
  ahead = begun;
  setTimeout(() => ahead === begun && takeAhead(meetingId)?.leave(), stageIsLateMs);
  const isLate = new Promise<void>((resolve) => setTimeout(resolve, drawnWithinMs));
  return Promise.race([begun.call.coming, isLate]);
};

export const isBegunAhead = (meetingId: string): boolean => ahead?.meetingId === meetingId;

export const takeAhead = (meetingId: string): BegunCall | null => {
  if (ahead?.meetingId !== meetingId) return null;
  const { call } = ahead;
  ahead = null;
  return call;
};

type Entering = Beginning & Pick<JoinOptions, "onEvent"> & { readonly isGone: () => boolean };

/** Asks for the first token; without an answer again, for as long as the page is in the call. */
const enter = async ({ fetchToken, media, onEvent, isGone }: Entering): Promise<Call | null> => {
  const answer = await fetchToken();
  if (isGone()) return null;
  if (answer.kind === "refused") {
    onEvent({ type: "ended", end: { why: "refused", code: answer.code } });
    return null;
  }
  if (answer.kind === "token") return joinCall({ callToken: answer.token, fetchToken, media, onEvent });
  onEvent({ type: "connection", connection: "rejoining", obstacle: "counter" });
  await new Promise((resolve) => setTimeout(resolve, 2000));
  return isGone() ? null : enter({ fetchToken, media, onEvent, isGone });
};
