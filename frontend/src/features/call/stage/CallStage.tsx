import "../call.css";
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { CallState } from "../call.state.js";
import { LineQuality } from "../line-quality/LineQuality.js";
import { People } from "../seeing/People.js";
import { SeeingButtons } from "../seeing/SeeingButtons.js";
import { SharingNotice } from "../seeing/SharingNotice.js";
import { useSeeing } from "../seeing/use-seeing.js";
import { useSoundPart } from "../sound/SoundPart.js";
import { Chat } from "../text/Chat.js";
import { useOpenAtLiveText } from "../text/use-open-at-live-text.js";
import { useUnread } from "../text/use-unread.js";
import type { WritingHandle } from "../text/writing-handle.js";
import { CallControls } from "./CallControls.js";
import { ConnectionNotice } from "./ConnectionNotice.js";
import type { OwnMedia } from "./use-local-media.js";

interface CallStageProps {
  readonly state: CallState;
  readonly own: OwnMedia;
  readonly writing: WritingHandle;
  /** The last button of the bar: hanging up, or what a clerk does instead. */
  readonly endLabel: string;
  readonly onEnd: () => void;
  /** The clerk's console keeps the chat open beside the picture. */
  readonly isChatAlwaysOpen?: boolean;
  /** More for the bar. */
  readonly controls?: ComponentChildren;
  /** Beside the picture, above the chat. */
  readonly aside?: ComponentChildren;
}

/** Everything of a running call: the others large, oneself small, the controls, the chat. */
export const CallStage = (props: CallStageProps) => {
  const { state, own } = props;
  const [isChatWanted, setChatWanted] = useState(false);
  const seeing = useSeeing(own, state.line);
  const isChatOpen = isChatWanted || props.isChatAlwaysOpen === true;
  const sound = useSoundPart(state.people, own);
  const unread = useUnread(state.messages, isChatOpen);
  useOpenAtLiveText(state.live, setChatWanted);
  return (
    <div class={`call ${isChatOpen || props.aside ? "call--with-side" : ""}`}>
      <div class="call-main">
        <ConnectionNotice state={state} hasMediaFailed={own.hasFailed} />
        <SharingNotice sharing={seeing.sharing} />
        <LineQuality line={state.line} hasLostPictures={seeing.pictures === "line"} />
        <People state={state} own={own} seeing={seeing} />
        {!seeing.look.isSilent && sound.part}
        <CallControls
          sound={sound.button}
          own={own}
          more={
            <>
              {props.controls}
              <SeeingButtons seeing={seeing} />
            </>
          }
          endLabel={props.endLabel}
          onEnd={props.onEnd}
          chat={
            props.isChatAlwaysOpen ? null : { isOpen: isChatOpen, unread, toggle: () => setChatWanted(!isChatOpen) }
          }
        />
      </div>
      <div class="call-side">
        {props.aside}
        <Chat state={state} isOpen={isChatOpen} writing={props.writing} />
      </div>
    </div>
  );
};
