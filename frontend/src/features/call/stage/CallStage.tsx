import "../call.css";
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { useTexts } from "../../../platform/language.js";
import type { CallState } from "../call.state.js";
import { callTexts } from "../call.texts.js";
import { useSoundPart } from "../sound/SoundPart.js";
import { CallControls } from "./CallControls.js";
import { Chat } from "./Chat.js";
import { ConnectionNotice } from "./ConnectionNotice.js";
import { OwnTile } from "./OwnTile.js";
import { PersonTile } from "./PersonTile.js";
import type { OwnMedia } from "./use-local-media.js";
import { useUnread } from "./use-unread.js";

interface CallStageProps {
  readonly state: CallState;
  readonly own: OwnMedia;
  readonly sendMessage: (text: string) => void;
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
  const { state, sendMessage, own } = props;
  const [isChatWanted, setChatWanted] = useState(false);
  const isChatOpen = isChatWanted || props.isChatAlwaysOpen === true;
  const sound = useSoundPart(state.people, own);
  const unread = useUnread(state.messages, isChatOpen);
  return (
    <div class={`call ${isChatOpen || props.aside ? "call--with-side" : ""}`}>
      <div class="call-main">
        <ConnectionNotice state={state} hasMediaFailed={own.hasFailed} />
        <div class="call-pictures">
          <People state={state} />
          <OwnTile own={own} />
        </div>
        {sound.part}
        <CallControls
          sound={sound.button}
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
        <Chat
          messages={state.messages}
          isOpen={isChatOpen}
          isConnected={state.connection === "connected" || state.connection === "interrupted"}
          onSend={sendMessage}
        />
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
