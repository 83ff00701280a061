import { useTexts } from "../../platform/language.js";
import { useNow } from "../../platform/now.js";
import { Button } from "../../ui/Button.js";
import { Dialog } from "../../ui/Dialog.js";
import { secondsToAnswer } from "./idle.rules.js";
import { kioskTexts } from "./kiosk.texts.js";

interface IdleWarningProps {
  readonly warnedAt: number;
  readonly isWiping: boolean;
  readonly onStay: () => void;
  readonly onEnd: () => void;
}

export const IdleWarning = ({ warnedAt, isWiping, onStay, onEnd }: IdleWarningProps) => {
  const t = useTexts(kioskTexts);
  const seconds = Math.max(0, Math.ceil(secondsToAnswer - (useNow(1) - warnedAt) / 1000));
  return (
    <Dialog title={t("idleTitle")} onClose={onStay}>
      <p>{t("idleMeans")}</p>
      {/* Seen, not read out each second: the sentence above has said it. */}
      <p role="timer" aria-live="off">
        {t("idleSeconds", { seconds })}
      </p>
      <div class="balie-actions">
        <Button look="primary" onClick={onStay}>
          {t("idleStay")}
        </Button>
        <Button isBusy={isWiping} onClick={onEnd}>
          {isWiping ? t("wiping") : t("stop")}
        </Button>
      </div>
    </Dialog>
  );
};
