import { useState } from "preact/hooks";
import { useTexts } from "../../../platform/language.js";
import { Button } from "../../../ui/Button.js";
import { Dialog } from "../../../ui/Dialog.js";
import { callTexts } from "../call.texts.js";

interface LeaveWaitingProps {
  /** What it means to go. */
  readonly sure: string;
  readonly onLeave: () => void;
}

/** Out of a waiting room, after a question. */
export const LeaveWaiting = ({ sure, onLeave }: LeaveWaitingProps) => {
  const t = useTexts(callTexts);
  const [isLeaving, setLeaving] = useState(false);
  return (
    <>
      <Button onClick={() => setLeaving(true)}>{t("waitLeave")}</Button>
      {isLeaving && (
        <Dialog title={t("waitLeave")} onClose={() => setLeaving(false)}>
          <p>{sure}</p>
          <div class="balie-actions">
            <Button look="danger" onClick={onLeave}>
              {t("waitLeave")}
            </Button>
            <Button onClick={() => setLeaving(false)}>{t("stay")}</Button>
          </div>
        </Dialog>
      )}
    </>
  );
};
