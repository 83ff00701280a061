import type { QueueEntry } from "@balie/contract/meetings";
import { useLanguage, useTexts } from "../../../platform/language.js";
import type { OnAnswer } from "../../../platform/sending.js";
import { Button } from "../../../ui/Button.js";
import { Dialog } from "../../../ui/Dialog.js";
import { formatSize } from "../documents/file.rules.js";
import { SendingNotice } from "../documents/SendingNotice.js";
import { useUpload } from "../documents/use-upload.js";
import { giveDocument } from "./giving.api.js";
import { givingTexts } from "./giving.texts.js";

interface GiveDialogProps {
  readonly entry: QueueEntry;
  readonly file: File;
  readonly onGiven: OnAnswer<QueueEntry>;
  readonly onClose: () => void;
}

/** What goes to whom is looked at once more before it goes: the wrong letter cannot be called back from somebody's disk. */
export const GiveDialog = ({ entry, file, onGiven, onClose }: GiveDialogProps) => {
  const t = useTexts(givingTexts);
  const { language } = useLanguage();
  const sending = useUpload((upload) => giveDocument(entry.meetingId, upload), onGiven);
  const name = entry.citizenName;
  return (
    <Dialog title={t("giveTitle", { name })} onClose={onClose}>
      <p class="giving-what">
        {file.name} ({formatSize(file.size, language)})
      </p>
      <p>{t("giveCare")}</p>
      <SendingNotice sending={sending} />
      {sending.progress === null && (
        <div class="balie-actions">
          {sending.error === null && (
            <Button look="primary" onClick={() => sending.send(file, file.name)}>
              {t("giveSure", { name })}
            </Button>
          )}
          <Button onClick={onClose}>{t("cancel")}</Button>
        </div>
      )}
    </Dialog>
  );
};
