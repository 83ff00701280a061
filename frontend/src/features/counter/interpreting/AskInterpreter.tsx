import type { InterpretingChoice } from "@balie/contract/interpreters";
import type { Dispatch } from "preact/hooks";
import { useTexts } from "../../../platform/language.js";
import { useLoaded } from "../../../platform/loading.js";
import { Button } from "../../../ui/Button.js";
import { Dialog } from "../../../ui/Dialog.js";
import { Failure } from "../../../ui/Failure.js";
import { Spinner } from "../../../ui/Spinner.js";
import type { ConsoleAction } from "../console.state.js";
import { fetchChoice } from "./interpreting.api.js";
import { interpretingTexts } from "./interpreting.texts.js";
import { LanguageForm } from "./LanguageForm.js";

export interface AskInterpreterProps {
  readonly meetingId: string;
  /** The language that the citizen needs interpreted, or their own, where it is worth a first guess. */
  readonly citizens: string | null;
  readonly dispatch: Dispatch<ConsoleAction>;
  readonly onClose: () => void;
}

export const AskInterpreter = (props: AskInterpreterProps) => {
  const t = useTexts(interpretingTexts);
  const { meetingId, onClose } = props;
  const { loading, reload } = useLoaded(meetingId, (signal) => fetchChoice(meetingId, signal));
  const obstacle = loading.state === "loaded" ? obstacleOf(loading.value) : null;
  return (
    <Dialog title={t("askTitle")} onClose={onClose}>
      {loading.state === "loading" && <Spinner text={t("loading")} />}
      {loading.state === "failed" && <Failure error={loading.error} onRetry={reload} />}
      <div role="status">{obstacle && <p>{t(obstacle)}</p>}</div>
      {loading.state === "loaded" && !obstacle ? (
        <LanguageForm {...props} hasPhone={loading.value.hasPhone} languages={loading.value.languages} />
      ) : (
        <div class="balie-actions">
          <Button onClick={onClose}>{t("close")}</Button>
        </div>
      )}
    </Dialog>
  );
};

/** Why nobody can be asked for, with whom that can be mended. */
const obstacleOf = ({ hasPhone, mayPhone, languages }: InterpretingChoice) => {
  if (!hasPhone && languages.length === 0) return "noPhone";
  if (!mayPhone) return "mayNotPhone";
  return languages.length === 0 ? "noInterpreters" : null;
};
