import "./talk-keys.css";
import { useState } from "preact/hooks";
import { useTexts } from "../../../platform/language.js";
import { CallIcon } from "../CallIcon.js";
import type { OwnMedia } from "../stage/use-local-media.js";
import { talkTexts } from "./talk.texts.js";
import { type HeldTalk, useHeldTalk } from "./use-held-talk.js";
import { useTalkKeys } from "./use-talk-keys.js";

/** For who talks all day: the microphone by one key, and talking for as long as a button or key is held. */
export const TalkKeys = ({ own }: { own: OwnMedia }) => {
  const t = useTexts(talkTexts);
  const held = useHeldTalk(own);
  const [hasTurned, setTurned] = useState(false);
  const isOn = own.isOn("audio");
  const turn = () => {
    if (own.isBusy || held.isHeld) return;
    setTurned(true);
    void own.toggle("audio");
  };
  useTalkKeys({ turn, hold: held.hold, letGo: held.letGo });
  return (
    <>
      {(!isOn || held.isHeld) && <HoldButton held={held} />}
      <p class="talk-keys">{t("keys")}</p>
      <p class="balie-only-heard" role="status">
        {hasTurned && !own.isBusy && t(isOn ? "isOn" : "isOff")}
      </p>
    </>
  );
};

const HoldButton = ({ held }: { held: HeldTalk }) => {
  const t = useTexts(talkTexts);
  const isKey = (event: KeyboardEvent) => event.key === " " || event.key === "Enter";
  return (
    <button
      type="button"
      class={`utrecht-button utrecht-button--secondary-action call-control talk-hold ${held.isHeld ? "talk-hold--held" : ""}`}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        held.hold();
      }}
      onLostPointerCapture={held.letGo}
      onContextMenu={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        if (!isKey(event)) return;
        event.preventDefault();
        if (!event.repeat) held.hold();
      }}
      onKeyUp={(event) => isKey(event) && held.letGo()}
      onBlur={held.letGo}
    >
      <CallIcon name={held.isHeld ? "microphone" : "microphoneOff"} />
      <span>{t(held.isHeld ? "talking" : "hold")}</span>
    </button>
  );
};
