import type { ComponentChildren } from "preact";
import { useTexts } from "../../../platform/language.js";
import { Button } from "../../../ui/Button.js";
import { Extra } from "../../../ui/easy/Extra.js";
import { CallIcon, type CallIconName } from "../CallIcon.js";
import type { MediaKind } from "../call.js";
import { callTexts } from "../call.texts.js";
import type { OwnMedia } from "./use-local-media.js";

interface CallControlsProps {
  readonly own: OwnMedia;
  readonly help?: ComponentChildren;
  readonly more?: ComponentChildren;
  readonly endLabel: string;
  readonly onEnd: () => void;
  readonly sound: ComponentChildren;
  readonly chat: { readonly isOpen: boolean; readonly unread: number; readonly toggle: () => void } | null;
}

export const CallControls = ({ own, help, more, endLabel, onEnd, sound, chat }: CallControlsProps) => {
  const t = useTexts(callTexts);
  const chatButton = chat && (
    <Button class="call-control" onClick={chat.toggle}>
      <CallIcon name="chat" />
      <span>{t(chat.isOpen ? "chatClose" : "chatOpen")}</span>
      {chat.unread > 0 && <Unread count={chat.unread} />}
    </Button>
  );
  return (
    <section class="call-controls" aria-label={t("controls")}>
      <OwnMediaButtons own={own} />
      {help}
      <Extra>
        {more}
        {sound}
      </Extra>
      <Extra isNeeded={chat?.isOpen ?? false}>{chatButton}</Extra>
      <Button look="danger" class="call-control" onClick={onEnd}>
        <CallIcon name="hangUp" />
        <span>{endLabel}</span>
      </Button>
    </section>
  );
};

export const OwnMediaButtons = ({ own }: { own: OwnMedia }) => (
  <>
    <MediaButton own={own} kind="audio" />
    <Extra>
      <MediaButton own={own} kind="video" />
    </Extra>
  </>
);

const buttons: Record<MediaKind, { on: CallIconName; off: CallIconName; name: "microphone" | "camera" }> = {
  audio: { on: "microphone", off: "microphoneOff", name: "microphone" },
  video: { on: "camera", off: "cameraOff", name: "camera" },
};

/** Its words say what a click does, so it is no toggle with a pressed state: the two together would say "off on". */
const MediaButton = ({ own, kind }: { own: OwnMedia; kind: MediaKind }) => {
  const t = useTexts(callTexts);
  const { on, off, name } = buttons[kind];
  const isOn = own.isOn(kind);
  return (
    <Button
      class={`call-control ${isOn ? "" : "call-control--off"}`}
      isBusy={own.isBusy}
      onClick={() => void own.toggle(kind)}
    >
      <CallIcon name={isOn ? on : off} />
      <span>{t(`${name}${isOn ? "TurnOff" : "TurnOn"}`)}</span>
    </Button>
  );
};

const Unread = ({ count }: { count: number }) => {
  const t = useTexts(callTexts);
  return (
    <span class="call-unread">
      <span aria-hidden="true">{count}</span>
      <span class="balie-only-heard">{count === 1 ? t("chatUnreadOne") : t("chatUnread", { count })}</span>
    </span>
  );
};
