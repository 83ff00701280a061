import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { useTexts } from "../../../platform/language.js";
import { Button } from "../../../ui/Button.js";
import { Notice } from "../../../ui/Notice.js";
import { callTexts } from "../call.texts.js";
import { CameraCheck } from "./CameraCheck.js";
import { DeviceProblems } from "./DeviceProblems.js";
import { MicrophoneCheck } from "./MicrophoneCheck.js";
import { SpeakerCheck } from "./SpeakerCheck.js";
import { type DeviceCheck as Check, useDeviceCheck } from "./use-device-check.js";

interface DeviceCheckProps {
  readonly doneLabel: string;
  /** Gives what was opened; it may lack a camera, a microphone or both. */
  readonly onDone: (stream: MediaStream) => void;
  readonly children?: ComponentChildren;
}

/** Camera, microphone and sound, each with words; anybody may go on without. */
export const DeviceCheck = ({ doneLabel, onDone, children }: DeviceCheckProps) => {
  const check = useDeviceCheck();
  if (check.stage === "open") return <OpenCheck check={check} {...{ doneLabel, onDone, children }} />;
  return <Explanation check={check} onWithout={() => onDone(new MediaStream())} children={children} />;
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
        <Button onClick={props.onWithout}>{t("checkWithout")}</Button>
        {props.children}
      </div>
    </>
  );
};

const OpenCheck = ({ check, doneLabel, onDone, children }: DeviceCheckProps & { check: Check }) => {
  const t = useTexts(callTexts);
  const { choice, opened, open } = check;
  const group = useFocusWhenLost(opened);
  if (!opened) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would make its fields answers to one question.
    <div role="group" aria-label={t("checkTitle")} tabIndex={-1} ref={group} class="call-check-group">
      <DeviceProblems problems={opened.problems} onRetry={() => void open({ microphone: "", camera: "" })} />
      <div class="call-check">
        <CameraCheck opened={opened} choice={choice} onChoose={open} />
        <div>
          <MicrophoneCheck opened={opened} choice={choice} onChoose={open} />
          <SpeakerCheck />
        </div>
      </div>
      <div class="balie-actions">
        <Button look="primary" isBusy={check.isOpening} onClick={() => onDone(check.take())}>
          {doneLabel}
        </Button>
        {children}
      </div>
      {Object.keys(opened.problems).length > 0 && <p class="balie-small">{t("problemGoOn")}</p>}
    </div>
  );
};

/** The button that was pressed goes when the devices open: whoever has only a keyboard goes on from here. */
const useFocusWhenLost = (opened: unknown) => {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const isLost = !document.activeElement || document.activeElement === document.body;
    if (isLost) element.current?.focus({ preventScroll: true });
  }, [opened]);
  return element;
};
