import type { ClerkView } from "@balie/contract/clerks";
import { useCallback, useReducer, useState } from "preact/hooks";
import { useTexts } from "../../platform/language.js";
import { Notice } from "../../ui/Notice.js";
import { Spinner } from "../../ui/Spinner.js";
import { useLocalMedia } from "../call/stage/use-local-media.js";
import { ClerkCall } from "./ClerkCall.js";
import { afterConsoleAction, entryOf, newConsole } from "./console.state.js";
import { consoleTexts } from "./console.texts.js";
import { DeskBar } from "./DeskBar.js";
import { OutcomeForm } from "./OutcomeForm.js";
import { Queue } from "./Queue.js";
import { soundShelf, useArrivalSound, useQueue } from "./use-queue.js";

interface DeskProps {
  readonly clerk: ClerkView;
  readonly onLeave: (why: "chosen" | "expired") => void;
}

/** Everything a signed-in clerk does: the queue, a call, its outcome. */
export const Desk = ({ clerk, onLeave }: DeskProps) => {
  const t = useTexts(consoleTexts);
  const [state, dispatch] = useReducer(afterConsoleAction, newConsole);
  const [isSoundOn, setSoundOn] = useState(soundShelf.read() === true);
  const media = useLocalMedia();
  useQueue(
    dispatch,
    useCallback(() => onLeave("expired"), [onLeave]),
  );
  useArrivalSound(state, isSoundOn);
  const { queue, view } = state;
  const entry = view.kind === "queue" ? undefined : entryOf(state, view.meetingId);
  const sound = {
    isOn: isSoundOn,
    set: (isOn: boolean) => {
      soundShelf.write(isOn);
      setSoundOn(isOn);
    },
  };

  return (
    <>
      <div role="status">
        {!state.isLive && (
          <Notice kind="warning">
            <p>{t("notLive")}</p>
          </Notice>
        )}
      </div>
      <p class="balie-only-heard" role="status">
        {state.arrived.map(({ citizenName }) => t("arrivedNow", { name: citizenName })).join(" ")}
      </p>
      {queue && view.kind === "call" && entry ? (
        <ClerkCall key={view.meetingId} {...{ clerk, entry, queue, media, dispatch }} />
      ) : queue && view.kind === "outcome" && entry ? (
        <OutcomeForm key={view.meetingId} entry={entry} dispatch={dispatch} />
      ) : (
        <>
          {queue ? <Queue {...{ clerk, state, queue, media, dispatch }} /> : <Spinner text={t("loading")} />}
          <DeskBar clerk={clerk} sound={sound} onSignedOut={() => onLeave("chosen")} />
        </>
      )}
    </>
  );
};
