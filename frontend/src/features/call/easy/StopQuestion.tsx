import { useTexts } from "../../../platform/language.js";
import { Button } from "../../../ui/Button.js";
import { Dialog } from "../../../ui/Dialog.js";
import { easyTexts } from "../../../ui/easy/easy.texts.js";

/** A slip of the finger must not end the call. */
export const StopQuestion = ({ onStop, onClose }: { onStop: () => void; onClose: () => void }) => {
  const t = useTexts(easyTexts);
  return (
    <Dialog title={t("stopTitle")} onClose={onClose}>
      <div class="balie-actions">
        <Button look="danger" onClick={onStop}>
          {t("stopYes")}
        </Button>
        <Button onClick={onClose}>{t("stopNo")}</Button>
      </div>
    </Dialog>
  );
};
