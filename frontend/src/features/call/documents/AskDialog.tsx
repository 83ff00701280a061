import type { QueueEntry } from "@balie/contract/meetings";
import { useState } from "preact/hooks";
import { useTexts } from "../../../platform/language.js";
import { type OnAnswer, useSending } from "../../../platform/sending.js";
import { Button } from "../../../ui/Button.js";
import { Dialog } from "../../../ui/Dialog.js";
import { Failure } from "../../../ui/Failure.js";
import { TextField } from "../../../ui/TextField.js";
import { askForDocument } from "./documents.api.js";
import { documentTexts } from "./documents.texts.js";

interface AskDialogProps {
  readonly entry: QueueEntry;
  readonly onAsked: OnAnswer<QueueEntry>;
  readonly onClose: () => void;
}

/** What the clerk asks, in a line that the citizen reads. */
export const AskDialog = ({ entry, onAsked, onClose }: AskDialogProps) => {
  const t = useTexts(documentTexts);
  const [what, setWhat] = useState("");
  const [isMissing, setMissing] = useState(false);
  const { isBusy, error, send } = useSending();
  const ask = () => {
    setMissing(!what.trim());
    if (!what.trim()) return document.getElementById("document-what")?.focus();
    send(() => askForDocument(entry.meetingId, what.trim()), onAsked);
  };
  return (
    <Dialog title={t("askTitle", { name: entry.citizenName })} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          ask();
        }}
      >
        <TextField
          id="document-what"
          label={t("what")}
          hint={t("whatHint")}
          error={isMissing ? t("whatMissing") : undefined}
          value={what}
          maxLength={200}
          onInput={setWhat}
        />
        {error !== null && <Failure error={error} />}
        <div class="balie-actions">
          <Button look="primary" type="submit" isBusy={isBusy}>
            {t("askSend")}
          </Button>
          <Button onClick={onClose}>{t("cancel")}</Button>
        </div>
      </form>
    </Dialog>
  );
};
