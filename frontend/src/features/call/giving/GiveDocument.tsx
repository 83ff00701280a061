import type { QueueEntry } from "@balie/contract/meetings";
import { useState } from "preact/hooks";
import { useTexts } from "../../../platform/language.js";
import type { OnAnswer } from "../../../platform/sending.js";
import { FileChoice } from "../documents/FileChoice.js";
import { GiveDialog } from "./GiveDialog.js";
import { givingTexts } from "./giving.texts.js";

interface GiveDocumentProps {
  readonly entry: QueueEntry;
  readonly onChange: OnAnswer<QueueEntry>;
}

/** A file from the clerk's computer. */
export const GiveDocument = ({ entry, onChange }: GiveDocumentProps) => {
  const t = useTexts(givingTexts);
  const [chosen, setChosen] = useState<File | null>(null);
  const close = () => setChosen(null);
  const given: OnAnswer<QueueEntry> = (changed, sentAt) => {
    close();
    onChange(changed, sentAt);
  };
  return (
    <>
      <h3 class="giving-heading">{t("give")}</h3>
      <p class="balie-small">{t("giveHint")}</p>
      <div>
        <FileChoice what={t("give")} onChosen={setChosen}>
          {t("giveChoose")}
        </FileChoice>
      </div>
      {chosen && <GiveDialog entry={entry} file={chosen} onGiven={given} onClose={close} />}
    </>
  );
};
