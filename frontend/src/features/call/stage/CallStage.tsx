import "../call.css";
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { useEasyMode } from "../../../platform/easy-mode.js";
import { keepFocus } from "../../../ui/keep-focus.js";
import type { CallState } from "../call.state.js";
import { Company } from "../company/Company.js";
import { hasMediaWith, hasNoMedia } from "../company/roster.rules.js";
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
import { DeviceTroubles } from "../trouble/DeviceTroubles.js";
import { CallControls } from "./CallControls.js";
import { ConnectionNotice } from "./ConnectionNotice.js";
import type { OwnMedia } from "./use-local-media.js";

interface CallStageProps {
  readonly state: CallState;
  /** false: nothing is drawn yet but the others' pictures (useSettled). */
  readonly isSettled?: boolean;
  readonly own: OwnMedia;
  readonly writing: WritingHandle;
  /** The last button of the bar: hanging up, or what a clerk does instead. */
  readonly endLabel: string;
  readonly onEnd: () => void;
  readonly onRejoin: () => void;
  /** Where the page around it does not say so itself. */
  readonly isServerAway?: boolean;
  /** Another way to be helped, where the trouble is told. */
  readonly rescue?: ComponentChildren;
  /** The clerk's console keeps the chat open beside the picture. */
  readonly isChatAlwaysOpen?: boolean;
  /** A button that stays in sight on the easy screen; given is what opens the chat. */
  readonly help?: (openChat: () => void) => ComponentChildren;
  /** More for the bar. */
  readonly controls?: ComponentChildren;
  /** Beside the picture, above the chat. */
  readonly aside?: ComponentChildren;
}

/** Everything of a running call: the others large, oneself small, the controls, the chat. */
export const CallStage = (props: CallStageProps) => {
  const { state, own, isSettled = true } = props;
  const [isChatWanted, setChatWanted] = useState(false);
  const seeing = useSeeing(own, state.line);
  const isChatOpen = isChatWanted || props.isChatAlwaysOpen === true;
  const { isSilent } = seeing.look;
  const sound = useSoundPart(isSilent ? [] : state.people, own);
  const unread = useUnread(state.messages, isChatOpen);
  useOpenAtLiveText(state.live, setChatWanted);
  const { isEasy } = useEasyMode();
  // There the button that tells of a message is out of sight.
  useEffect(() => {
    if (isEasy && unread > 0) setChatWanted(true);
  }, [isEasy, unread]);
  const toggleChat = () => {
    setChatWanted(!isChatOpen);
    keepFocus();
  };
  // In their places from the first drawing on: a picture that is moved in the page stops.
  return (
    <div class={`call ${isChatOpen || props.aside ? "call--with-side" : ""}`}>
      <div class="call-main">
        {isSettled && (
          <>
            <ConnectionNotice
              state={state}
              onAgain={props.onRejoin}
              isServerAway={props.isServerAway ?? false}
              rescue={props.rescue}
            />
            {!hasNoMedia(state.standing) && <DeviceTroubles own={own} microphone={sound.microphone} />}
            <Company state={state} seeing={seeing} />
            <SharingNotice sharing={seeing.sharing} />
            {state.connection === "connected" && hasMediaWith(state.standing, state.people) && (
              <LineQuality {...{ state, seeing }} />
            )}
          </>
        )}
        <People state={state} own={own} seeing={seeing} isSettled={isSettled} />
        {isSettled && (
          <>
            {!isSilent && sound.part}
            <CallControls
              sound={sound.button}
              own={own}
              help={props.help?.(() => setChatWanted(true))}
              more={
                <>
                  {props.controls}
                  <SeeingButtons seeing={seeing} />
                </>
              }
              endLabel={props.endLabel}
              onEnd={props.onEnd}
              chat={props.isChatAlwaysOpen ? null : { isOpen: isChatOpen, unread, toggle: toggleChat }}
            />
          </>
        )}
      </div>
      {isSettled && (
        <div class="call-side">
          {props.aside}
          <Chat state={state} isOpen={isChatOpen} writing={props.writing} />
        </div>
      )}
    </div>
  );
};
