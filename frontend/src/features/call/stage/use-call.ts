import type { Roster } from "@balie/contract/guests";
import { useCallback, useEffect, useLayoutEffect, useMemo, useReducer, useRef } from "preact/hooks";
import { type Shelf, tabShelf } from "../../../platform/storage.js";
import type { CallEnd } from "../call.js";
import { afterCallEvent, type CallState, newCall } from "../call.state.js";
import { whoIsIn } from "../company/roster.rules.js";
import type { ChatMessage } from "../text/chat-log.rules.js";
import { gatherTexts } from "../text/gather-texts.js";
import { draftShelf, newWriting, type WritingHandle } from "../text/writing-handle.js";
import { type Beginning, type BegunCall, beginCall, takeAhead } from "./begin-call.js";
import { useSettled } from "./use-settled.js";

export interface UseCallOptions extends Beginning {
  readonly meetingId: string;
  /** Who belongs in the call, as the backend tells now. */
  readonly roster: Roster;
  readonly onEnd: (end: CallEnd) => void;
}

export interface CallHandle {
  readonly state: CallState;
  readonly isSettled: boolean;
  readonly writing: WritingHandle;
  readonly hangUp: () => void;
  readonly rejoin: () => void;
  readonly pressKeys: (keys: string) => void;
}

/** In the call for as long as this is drawn. */
export const useCall = ({ meetingId, roster, fetchToken, media, onEnd }: UseCallOptions): CallHandle => {
  const messages = chatShelf(meetingId);
  const [state, dispatch] = useReducer(afterCallEvent, messages.read() ?? [], newCall);
  const isSettled = useSettled(meetingId);
  const call = useRef<BegunCall | null>(null);
  const ended = useRef(onEnd);
  ended.current = onEnd;

  // One call per drawing; a new one comes with a new key.
  useLayoutEffect(() => {
    const begun = takeAhead(meetingId) ?? beginCall({ fetchToken, media });
    call.current = begun;
    const hear = gatherTexts((event) => {
      dispatch(event);
      if (event.type === "ended") ended.current(event.end);
    });
    begun.listen(hear);
    return begun.leave;
  }, []);

  useLayoutEffect(() => {
    dispatch({ type: "rosterTold", roster });
    call.current?.know(roster);
  }, [roster]);
  useEffect(comeBackWhole, []);
  useEffect(() => messages.write(state.messages), [state.messages]);
  const writing = useMemo(() => newWriting(meetingId, () => call.current), []);
  const hangUp = useCallback(() => {
    if (!call.current?.hangUp()) ended.current({ why: "left" });
  }, []);
  const rejoin = useCallback(() => call.current?.rejoin(), []);
  const pressKeys = useCallback((keys: string) => call.current?.pressKeys(keys), []);
  const people = useMemo(() => whoIsIn(state.people), [state.people]);
  return { state: { ...state, people }, isSettled, writing, hangUp, rejoin, pressKeys };
};

/** The call was left when the page went; a browser that shows the old page again (Back) must start it anew. */
const comeBackWhole = () => {
  const onShow = (event: PageTransitionEvent) => event.persisted && location.reload();
  addEventListener("pageshow", onShow);
  return () => removeEventListener("pageshow", onShow);
};

/** What was written survives a reload of this tab: a link in it must not be lost. Cleared when the meeting is over. */
export const chatShelf = (meetingId: string): Shelf<readonly ChatMessage[]> => {
  const shelf = tabShelf<readonly ChatMessage[]>(`chat.${meetingId}`);
  return {
    ...shelf,
    clear: () => {
      shelf.clear();
      draftShelf(meetingId).clear();
    },
  };
};
