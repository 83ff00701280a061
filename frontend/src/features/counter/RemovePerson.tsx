import type { QueueEntry } from "@balie/contract/meetings";
import type { Dispatch } from "preact/hooks";
import { useState } from "preact/hooks";
import { useTexts } from "../../platform/language.js";
import { Button } from "../../ui/Button.js";
import { Dialog } from "../../ui/Dialog.js";
import { Failure } from "../../ui/Failure.js";
import type { ConsoleAction } from "./console.state.js";
import { consoleTexts } from "./console.texts.js";
import { remove } from "./counter.api.js";

interface RemovePersonProps {
  readonly entry: QueueEntry;
  readonly arrivalId: string;
  readonly dispatch: Dispatch<ConsoleAction>;
}

export const RemovePerson = ({ entry, arrivalId, dispatch }: RemovePersonProps) => {
  const t = useTexts(consoleTexts);
  const name = entry.citizenName;
  const [isAsking, setAsking] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const go = () => {
    setBusy(true);
    setError(null);
    remove(entry.meetingId, arrivalId)
      .then((changed) => {
        setAsking(false);
        dispatch({ type: "entryChanged", entry: changed });
      }, setError)
      .finally(() => setBusy(false));
  };
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t("remove", { name })}</Button>
      {isAsking && (
        <Dialog title={t("removeTitle", { name })} onClose={() => setAsking(false)}>
          <p>{t("removeText", { name })}</p>
          {error !== null && <Failure error={error} />}
          <div class="balie-actions">
            <Button look="danger" isBusy={isBusy} onClick={go}>
              {t("removeSure")}
            </Button>
            <Button onClick={() => setAsking(false)}>{t("cancel")}</Button>
          </div>
        </Dialog>
      )}
    </>
  );
};
