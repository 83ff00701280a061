import "../call.css";
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { useTexts } from "../../../platform/language.js";
import { Button } from "../../../ui/Button.js";
import { Notice } from "../../../ui/Notice.js";
import type { CallState } from "../call.state.js";
import { callTexts } from "../call.texts.js";
import { Sound } from "../Sound.js";
import { People } from "../seeing/People.js";
import { SeeingButtons } from "../seeing/SeeingButtons.js";
import { SharingNotice } from "../seeing/SharingNotice.js";
import { useSeeing } from "../seeing/use-seeing.js";
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
  /** Beside the picture, above the chat. */
  readonly aside?: ComponentChildren;
}

/** Everything of a running call: the others large, oneself small, the controls, the chat. */
export const CallStage = (props: CallStageProps) => {
  const { state, own } = props;
  const [isChatWanted, setChatWanted] = useState(false);
  const seeing = useSeeing(own);
  const isChatOpen = isChatWanted || props.isChatAlwaysOpen === true;
  const unread = useUnread(state.messages, isChatOpen);
  useOpenAtLiveText(state.live, setChatWanted);
  return (
    <div class={`call ${isChatOpen || props.aside ? "call--with-side" : ""}`}>
      <div class="call-main">
        <ConnectionNotice state={state} hasMediaFailed={own.hasFailed} />
        <SharingNotice sharing={seeing.sharing} />
        <People state={state} own={own} seeing={seeing} />
        {!seeing.look.isSilent && <Sounds state={state} />}
        <CallControls
          own={own}
          more={<SeeingButtons seeing={seeing} />}
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

/** Later also the place for volume and hearing aids. */
const Sounds = ({ state }: { state: CallState }) => {
  const t = useTexts(callTexts);
  const [isBlocked, setBlocked] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const listen = () => {
    setBlocked(false);
    setAttempt(attempt + 1);
  };
  return (
    <>
      {state.people.map(
        ({ id, audio }) =>
          audio && <Sound key={id} stream={audio.stream} attempt={attempt} onBlocked={() => setBlocked(true)} />,
      )}
      {isBlocked && (
        <Notice kind="warning" isAnnounced>
          <p>{t("listenWhy")}</p>
          <Button look="primary" onClick={listen}>
            {t("listen")}
          </Button>
        </Notice>
      )}
    </>
  );
};
