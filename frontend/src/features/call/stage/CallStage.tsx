import "../call.css";
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { useTexts } from "../../../platform/language.js";
import { Button } from "../../../ui/Button.js";
import { Notice } from "../../../ui/Notice.js";
import type { CallState } from "../call.state.js";
import { callTexts } from "../call.texts.js";
import { Sound } from "../Sound.js";
import { Chat } from "../text/Chat.js";
import { useOpenAtLiveText } from "../text/use-open-at-live-text.js";
import { useUnread } from "../text/use-unread.js";
import type { WritingHandle } from "../text/writing-handle.js";
import { CallControls } from "./CallControls.js";
import { ConnectionNotice } from "./ConnectionNotice.js";
import { OwnTile } from "./OwnTile.js";
import { PersonTile } from "./PersonTile.js";
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
  const isChatOpen = isChatWanted || props.isChatAlwaysOpen === true;
  const unread = useUnread(state.messages, isChatOpen);
  useOpenAtLiveText(state.live, setChatWanted);
  return (
    <div class={`call ${isChatOpen || props.aside ? "call--with-side" : ""}`}>
      <div class="call-main">
        <ConnectionNotice state={state} hasMediaFailed={own.hasFailed} />
        <div class="call-pictures">
          <People state={state} />
          <OwnTile own={own} />
        </div>
        <Sounds state={state} />
        <CallControls
          own={own}
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

const People = ({ state }: { state: CallState }) => {
  const t = useTexts(callTexts);
  if (state.people.length === 0)
    return (
      <div class="call-tile call-tile--empty">
        <p>{state.connection === "connected" ? t("callAlone") : t("callJoining")}</p>
      </div>
    );
  return (
    <ul class="call-people" aria-label={t("people")}>
      {state.people.map((person) => (
        <li key={person.id}>
          <PersonTile person={person} />
        </li>
      ))}
    </ul>
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
