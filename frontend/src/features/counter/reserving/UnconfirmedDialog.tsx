import { languageName } from "@balie/contract/locales/interpreted-languages";
import type { NeededInterpreter } from "@balie/contract/reservations";
import { useLanguage, useTexts } from "../../../platform/language.js";
import { Button } from "../../../ui/Button.js";
import { Dialog } from "../../../ui/Dialog.js";
import { interpretingTexts } from "../interpreting/interpreting.texts.js";
import { Standing } from "./NeededNote.js";

interface UnconfirmedDialogProps {
  readonly name: string;
  readonly interpreter: NeededInterpreter;
  readonly onBegin: (asksInterpreter: boolean) => void;
  readonly onClose: () => void;
}

/** No meeting with a need begins silently without an interpreter. */
export const UnconfirmedDialog = ({ name, interpreter, onBegin, onClose }: UnconfirmedDialogProps) => {
  const t = useTexts(interpretingTexts);
  const { language: page } = useLanguage();
  return (
    <Dialog title={t("unconfirmedTitle")} onClose={onClose}>
      <p>
        {t("unconfirmedText", { name, language: languageName(interpreter.language, page) })}{" "}
        <Standing interpreter={interpreter} />
      </p>
      <div class="balie-actions">
        <Button look="primary" onClick={() => onBegin(true)}>
          {t("beginAndCall")}
        </Button>
        <Button onClick={() => onBegin(false)}>{t("beginWithout")}</Button>
        <Button look="subtle" onClick={onClose}>
          {t("beginNot")}
        </Button>
      </div>
    </Dialog>
  );
};
