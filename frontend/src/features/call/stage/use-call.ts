import { useCallback, useEffect, useLayoutEffect, useReducer, useRef } from "preact/hooks";
import { tabShelf } from "../../../platform/storage.js";
import type { Call, CallEnd, CallEvent, LocalMedia, TokenAnswer } from "../call.js";
import { afterCallEvent, type CallState, type ChatMessage, newCall } from "../call.state.js";
import { joinCall } from "../jitsi/join-call.js";

export interface UseCallOptions {
  readonly meetingId: string;
  readonly fetchToken: () => Promise<TokenAnswer>;
  readonly media: () => Promise<LocalMedia>;
  readonly onEnd: (end: CallEnd) => void;
}

export interface CallHandle {
  readonly state: CallState;
  readonly sendMessage: (text: string) => void;
  readonly hangUp: () => void;
}

/** In the call for as long as this is drawn. */
export const useCall = ({ meetingId, fetchToken, media, onEnd }: UseCallOptions): CallHandle => {
  const messages = chatShelf(meetingId);
  const [state, dispatch] = useReducer(afterCallEvent, messages.read() ?? [], newCall);
  const call = useRef<Call | null>(null);
  const ended = useRef(onEnd);
  ended.current = onEnd;

  // One call per drawing; a new one comes with a new key. It begins before the stage is painted.
  useLayoutEffect(() => {
    let isGone = false;
    const onEvent = (event: CallEvent) => {
      if (isGone) return;
      dispatch(event);
      if (event.type === "ended") ended.current(event.end);
    };
    void enter({ fetchToken, media, onEvent, isGone: () => isGone }).then((joined) => {
      call.current = joined;
      if (isGone) joined?.hangUp();
    });
    return () => {
      isGone = true;
      call.current?.hangUp();
    };
  }, []);

  useEffect(comeBackWhole, []);
  useEffect(() => messages.write(state.messages), [state.messages]);
  const sendMessage = useCallback((text: string) => call.current?.sendMessage(text), []);
  const hangUp = useCallback(() => {
    if (call.current) call.current.hangUp();
    else ended.current({ why: "left" });
  }, []);
  return { state, sendMessage, hangUp };
};

type Entering = Pick<UseCallOptions, "fetchToken" | "media"> & {
  readonly onEvent: (event: CallEvent) => void;
  readonly isGone: () => boolean;
};

/** The call was left when the page went; a browser that shows the old page again (Back) must start it anew. */
const comeBackWhole = () => {
  const onShow = (event: PageTransitionEvent) => event.persisted && location.reload();
  addEventListener("pageshow", onShow);
  return () => removeEventListener("pageshow", onShow);
};

/** The first token; without an answer it asks again for as long as the page is in the call. */
const enter = async ({ fetchToken, media, onEvent, isGone }: Entering): Promise<Call | null> => {
  const answer = await fetchToken();
  if (isGone()) return null;
  if (answer.kind === "refused") {
    onEvent({ type: "ended", end: { why: "refused", code: answer.code } });
    return null;
  }
  if (answer.kind === "token") return joinCall({ callToken: answer.token, fetchToken, media, onEvent });
  onEvent({ type: "connection", connection: "rejoining" });
  await new Promise((resolve) => setTimeout(resolve, 2000));
  return isGone() ? null : enter({ fetchToken, media, onEvent, isGone });
};

/** What was written survives a reload of this tab: a link in it must not be lost. Cleared when the meeting is over. */
export const chatShelf = (meetingId: string) => tabShelf<readonly ChatMessage[]>(`chat.${meetingId}`);
