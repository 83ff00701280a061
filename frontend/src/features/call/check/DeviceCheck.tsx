import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { useEasyMode } from "../../../platform/easy-mode.js";
import { useTexts } from "../../../platform/language.js";
import { Button } from "../../../ui/Button.js";
import { Extra } from "../../../ui/easy/Extra.js";
import { easyTexts } from "../../../ui/easy/easy.texts.js";
import { Lazy } from "../../../ui/Lazy.js";
import { Notice } from "../../../ui/Notice.js";
import { callTexts } from "../call.texts.js";
import { loadDeviceTrouble, troubleAreas } from "../trouble/load-trouble.js";
import { CameraCheck } from "./CameraCheck.js";
import { EchoCheck } from "./line/EchoCheck.js";
import { LineCheck } from "./line/LineCheck.js";
import { devicesOf } from "./line/line.rules.js";
import { MicrophoneCheck } from "./MicrophoneCheck.js";
import { SpeakerCheck } from "./SpeakerCheck.js";
import { type DeviceCheck as Check, useDeviceCheck } from "./use-device-check.js";

interface DeviceCheckProps {
  readonly doneLabel: string;
  /** Gives what was opened; it may lack a camera, a microphone or both. */
  readonly onDone: (stream: MediaStream) => void;
  /** A citizen's: the line is tested too, and what is found is kept for the clerk. */
  readonly linkToken?: string;
  readonly children?: ComponentChildren;
}

const loadOneByOne = async () => (await import("../easy/OneByOne.js")).OneByOne;

/** Camera, microphone and sound, each with words; anybody may go on without. */
export const DeviceCheck = (props: DeviceCheckProps) => {
  const check = useDeviceCheck();
  if (check.stage === "open") return <OpenCheck check={check} {...props} />;
  return <Explanation check={check} onWithout={() => props.onDone(new MediaStream())} children={props.children} />;
};

const Explanation = (props: { check: Check; onWithout: () => void; children?: ComponentChildren }) => {
  const t = useTexts(callTexts);
  const { check } = props;
  const isAsking = check.stage === "asking";
  return (
    <>
      <p>{t("checkIntro")}</p>
      <p>{t("checkAsk")}</p>
      {isAsking && (
        <Notice kind="info" icon="camera" isAnnounced>
          <p>{t("checkBusy")}</p>
        </Notice>
      )}
      <div class="balie-actions">
        <Button look="primary" isBusy={isAsking} onClick={() => void check.open(check.choice)}>
          {t("checkStart")}
        </Button>
        <Extra>
          <Button onClick={props.onWithout}>{t("checkWithout")}</Button>
          {props.children}
        </Extra>
      </div>
    </>
  );
};

const OpenCheck = ({ check, doneLabel, onDone, linkToken, children }: DeviceCheckProps & { check: Check }) => {
  const t = useTexts(callTexts);
  const { choice, opened, open } = check;
  const [heardSound, setHeardSound] = useState<boolean | null>(null);
  const group = useFocusWhenLost(opened);
  const { isEasy } = useEasyMode();
  if (!opened) return null;
  const camera = <CameraCheck opened={opened} choice={choice} onChoose={open} />;
  const microphone = <MicrophoneCheck opened={opened} choice={choice} onChoose={open} />;
  const speaker = <SpeakerCheck onAnswer={setHeardSound} />;
  const devices = { ...devicesOf(opened, tracksIn(opened.stream), choice), heardSound };
  const line = linkToken && <LineCheck linkToken={linkToken} devices={devices} />;
  const actions = (
    <>
      <Button look="primary" isBusy={check.isOpening} onClick={() => onDone(check.take())}>
        {doneLabel}
      </Button>
      <Extra>{children}</Extra>
    </>
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would make its fields answers to one question.
    <div role="group" aria-label={t("checkTitle")} tabIndex={-1} ref={group} class="call-check-group">
      {Object.keys(opened.problems).length > 0 && (
        <Lazy
          load={loadDeviceTrouble}
          areas={troubleAreas}
          props={{ problems: opened.problems, onRetry: () => void open({ microphone: "", camera: "" }) }}
        />
      )}
      {isEasy ? (
        <Lazy
          load={loadOneByOne}
          areas={[easyTexts]}
          props={{ parts: [camera, microphone, speaker, ...(line ? [line] : [])], actions }}
        />
      ) : (
        <>
          <div class="call-check">
            {camera}
            <div>
              {microphone}
              {speaker}
            </div>
          </div>
          {line && (
            <div class="call-check">
              {line}
              <EchoCheck stream={opened.stream} />
            </div>
          )}
          <div class="balie-actions">{actions}</div>
        </>
      )}
      {Object.keys(opened.problems).length > 0 && <p class="balie-small">{t("problemGoOn")}</p>}
    </div>
  );
};

const tracksIn = (stream: MediaStream) => ({
  audio: stream.getAudioTracks().length > 0,
  video: stream.getVideoTracks().length > 0,
});

/** The button that was pressed goes when the devices open: whoever has only a keyboard goes on from here. */
const useFocusWhenLost = (opened: unknown) => {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const isLost = !document.activeElement || document.activeElement === document.body;
    if (isLost) element.current?.focus({ preventScroll: true });
  }, [opened]);
  return element;
};
