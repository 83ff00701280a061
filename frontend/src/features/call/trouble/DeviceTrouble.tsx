import "./trouble.css";
import { useEffect, useRef } from "preact/hooks";
import { useTexts } from "../../../platform/language.js";
import { Button } from "../../../ui/Button.js";
import { Notice } from "../../../ui/Notice.js";
import type { MediaKind } from "../call.js";
import type { DeviceProblem } from "../media/device-problem.rules.js";
import type { DeviceProblems } from "../media/open-devices.js";
import { permissionOf } from "../media/permission.js";
import { allWell, deviceStateOf, mediaKinds, type Revivals } from "./device-trouble.rules.js";
import { ProblemHelp } from "./ProblemHelp.js";
import { troubleTexts } from "./trouble.texts.js";
import { useFocusAfter } from "./use-focus-after.js";

interface DeviceTroubleProps {
  readonly problems: DeviceProblems;
  readonly revivals?: Revivals;
  readonly isBusy?: boolean;
  readonly onRetry: (kinds: readonly MediaKind[]) => void;
  /** In a call: it goes on without, and nothing more is said of it. */
  readonly onWithout?: ((kind: MediaKind) => void) | undefined;
}

/** What does not work of microphone and camera, what its person can do about it, and the way on. */
export const DeviceTrouble = ({ problems, revivals = allWell, isBusy = false, ...props }: DeviceTroubleProps) => {
  const t = useTexts(troubleTexts);
  const states = mediaKinds.map((kind) => ({ kind, state: deviceStateOf(kind, problems, revivals) }));
  const trying = states.filter(({ state }) => state?.is === "trying");
  const lost = states.filter(({ state }) => state?.is === "lost");
  const failed = states.filter(({ state }) => state?.is === "problem").map(({ kind }) => kind);
  useRetryWhenAllowed(problems, props.onRetry);
  return (
    <>
      <div role="status">
        {trying.map(({ kind }) => (
          <Notice key={kind} kind="info" icon="warning">
            <p>{t(kind === "audio" ? "microphoneStopped" : "cameraStopped")}</p>
          </Notice>
        ))}
      </div>
      {lost.map(({ kind }) => (
        <Lost key={kind} kind={kind} problem={problems[kind]} isBusy={isBusy} {...props} />
      ))}
      {failed.length > 0 && (
        <Notice kind="warning" isAnnounced>
          <h2 class="call-small-heading">{t(titleOf(failed))}</h2>
          {[...new Set(failed.map((kind) => problems[kind]))].map((problem) => (
            <ProblemHelp key={problem} problem={problem} />
          ))}
          {props.onWithout && <p>{t("goWithout")}</p>}
          <div class="balie-actions">
            <Button
              look={props.onWithout ? "primary" : "secondary"}
              isBusy={isBusy}
              onClick={() => props.onRetry(failed)}
            >
              {t("tryAgain")}
            </Button>
            {failed.map((kind) => (
              <Without key={kind} kind={kind} onWithout={props.onWithout} />
            ))}
          </div>
        </Notice>
      )}
    </>
  );
};

const titleOf = (failed: readonly MediaKind[]) => {
  if (failed.length > 1) return "problemTitleBoth";
  return failed[0] === "video" ? "problemTitleCamera" : "problemTitleMicrophone";
};

type LostProps = Pick<DeviceTroubleProps, "isBusy" | "onRetry" | "onWithout"> & {
  readonly kind: MediaKind;
  readonly problem: DeviceProblem | undefined;
};

const Lost = ({ kind, problem, isBusy = false, onRetry, onWithout }: LostProps) => {
  const t = useTexts(troubleTexts);
  const name = kind === "audio" ? "microphone" : "camera";
  return (
    <Notice kind="warning" isAnnounced>
      <h2 class="call-small-heading">{t(`${name}Lost`)}</h2>
      {problem === undefined || problem === "busy" || problem === "other" ? <p>{t("stoppedHelp")}</p> : null}
      <ProblemHelp problem={problem} />
      <div class="balie-actions">
        <Button look="primary" class="trouble-big" isBusy={isBusy} onClick={() => onRetry([kind])}>
          {t(`${name}Restart`)}
        </Button>
        <Without kind={kind} onWithout={onWithout} />
      </div>
    </Notice>
  );
};

const Without = ({ kind, onWithout }: Pick<DeviceTroubleProps, "onWithout"> & { readonly kind: MediaKind }) => {
  const t = useTexts(troubleTexts);
  // Of every notice here there is one of these: it goes when the notice goes, whichever press mended it.
  useFocusAfter();
  if (!onWithout) return null;
  return <Button onClick={() => onWithout(kind)}>{t(kind === "audio" ? "withoutMicrophone" : "withoutCamera")}</Button>;
};

/** Whoever allows it in the browser's settings has done enough: it then works without a click here. */
const useRetryWhenAllowed = (problems: DeviceProblems, onRetry: DeviceTroubleProps["onRetry"]) => {
  const retry = useRef(onRetry);
  retry.current = onRetry;
  const blocked = mediaKinds.filter((kind) => problems[kind] === "blocked");
  useEffect(() => {
    const stops = blocked.map((kind) => watchPermission(kind, () => retry.current([kind])));
    return () => {
      for (const stop of stops) stop();
    };
  }, [blocked.join()]);
};

const watchPermission = (kind: MediaKind, onAllowed: () => void): (() => void) => {
  let isGone = false;
  let stop = () => undefined as unknown;
  void permissionOf(kind).then((permission) => {
    if (!permission || isGone) return;
    const look = () => permission.state === "granted" && onAllowed();
    permission.addEventListener("change", look);
    stop = () => permission.removeEventListener("change", look);
  });
  return () => {
    isGone = true;
    stop();
  };
};
