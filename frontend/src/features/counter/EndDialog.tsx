import { useTexts } from "../../platform/language.js";
import { Button } from "../../ui/Button.js";
import { Dialog } from "../../ui/Dialog.js";
import { Failure } from "../../ui/Failure.js";
import { consoleTexts } from "./console.texts.js";

interface EndDialogProps {
  readonly isEnding: boolean;
  /** Why the last try failed. */
  readonly error: unknown;
  readonly onEnd: () => void;
  readonly onStepOut: () => void;
  readonly onClose: () => void;
}

/** Ending is for everybody and for good; stepping out is neither. */
export const EndDialog = ({ isEnding, error, onEnd, onStepOut, onClose }: EndDialogProps) => {
  const t = useTexts(consoleTexts);
  return (
    <Dialog title={t("endTitle")} onClose={onClose}>
      <p>{t("endText")}</p>
      {error !== null && <Failure error={error} />}
      <div class="balie-actions">
        <Button look="danger" isBusy={isEnding} onClick={onEnd}>
          {t("endSure")}
        </Button>
        <Button onClick={onStepOut}>{t("stepOut")}</Button>
        <Button look="subtle" onClick={onClose}>
          {t("cancel")}
        </Button>
      </div>
    </Dialog>
  );
};
