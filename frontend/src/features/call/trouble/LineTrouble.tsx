import "./trouble.css";
import { useEffect, useState } from "preact/hooks";
import { useTexts } from "../../../platform/language.js";
import { Button } from "../../../ui/Button.js";
import { Notice } from "../../../ui/Notice.js";
import type { CallState } from "../call.state.js";
import { buttonAfterMs, lineTroubleOf, type LineTrouble as Trouble } from "./line-trouble.rules.js";
import { troubleTexts } from "./trouble.texts.js";
import { useFocusAfter } from "./use-focus-after.js";

interface LineTroubleProps {
  readonly state: Pick<CallState, "connection" | "obstacle" | "wasIn">;
  /** Since when the call is not well. */
  readonly since: number;
  readonly onAgain: () => void;
}

const helps = {
  offline: "offlineHelp",
  counter: "counterHelp",
  video: "videoHelp",
  blocked: "blockedHelp",
  faltering: "falteringHelp",
} as const satisfies Record<Exclude<Trouble, "again">, string>;

/** Most often over before the button stands. */
const passes: readonly Trouble[] = ["counter", "video"];

/** What is the matter with the line, what helps, and after ten seconds a large button. */
export const LineTrouble = ({ state, since, onAgain }: LineTroubleProps) => {
  const t = useTexts(troubleTexts);
  const trouble = lineTroubleOf({ ...state, isOnline: useOnline() });
  const isLong = useLater(since + buttonAfterMs);
  return (
    <>
      {trouble !== "again" && (
        <p>
          <strong>
            {t(trouble)} {passes.includes(trouble) && !isLong && t("nothingToDo")}
          </strong>{" "}
          {t(helps[trouble])}
        </p>
      )}
      {isLong && <AgainButton onAgain={onAgain} />}
    </>
  );
};

/** The call stands, and needs nobody but the other person. */
export const ServerAway = ({ isChatAway }: { isChatAway: boolean }) => {
  const t = useTexts(troubleTexts);
  return (
    <Notice kind="info" icon="warning">
      <p>{t(isChatAway ? "chatAway" : "serverAway")}</p>
    </Notice>
  );
};

const busyMs = 3000;

/** A try takes a moment: clicked again at once it would only begin anew. */
const AgainButton = ({ onAgain }: { onAgain: () => void }) => {
  const t = useTexts(troubleTexts);
  const [isBusy, setBusy] = useState(false);
  useFocusAfter();
  useEffect(() => {
    if (!isBusy) return;
    const timer = setTimeout(() => setBusy(false), busyMs);
    return () => clearTimeout(timer);
  }, [isBusy]);
  return (
    <Button
      look="primary"
      class="trouble-big"
      isBusy={isBusy}
      onClick={() => {
        setBusy(true);
        onAgain();
      }}
    >
      {t(isBusy ? "callingNow" : "callNow")}
    </Button>
  );
};

const useOnline = (): boolean => {
  const [isOnline, setOnline] = useState(navigator.onLine);
  useEffect(() => {
    const look = () => setOnline(navigator.onLine);
    addEventListener("online", look);
    addEventListener("offline", look);
    return () => {
      removeEventListener("online", look);
      removeEventListener("offline", look);
    };
  }, []);
  return isOnline;
};

const useLater = (at: number): boolean => {
  const [isLater, setLater] = useState(Date.now() >= at);
  useEffect(() => {
    const timer = setTimeout(() => setLater(true), Math.max(0, at - Date.now()));
    return () => clearTimeout(timer);
  }, [at]);
  return isLater;
};
