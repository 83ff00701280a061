import type { AllowDialInInput, AllowedDialIn, DialInRole } from "@balie/contract/dial-in";
import type { QueueEntry } from "@balie/contract/meetings";
import { useRef, useState } from "preact/hooks";
import { useLanguage, useTexts } from "../../../platform/language.js";
import { randomUuid } from "../../../platform/random.js";
import { useSending } from "../../../platform/sending.js";
import { Button } from "../../../ui/Button.js";
import { Dialog } from "../../../ui/Dialog.js";
import { Failure } from "../../../ui/Failure.js";
import { RadioGroup } from "../../../ui/RadioGroup.js";
import { TextField } from "../../../ui/TextField.js";
import { dialInTexts } from "./dial-in.texts.js";
import { LanguageSelect } from "./LanguageSelect.js";

interface AllowDialInProps {
  readonly entry: QueueEntry;
  readonly allow: (input: AllowDialInInput) => Promise<AllowedDialIn>;
  readonly onAllowed: (allowed: AllowedDialIn) => void;
  readonly onClose: () => void;
}

export const AllowDialIn = ({
  entry: { meetingId, language: citizens },
  allow,
  onAllowed,
  onClose,
}: AllowDialInProps) => {
  const t = useTexts(dialInTexts);
  const { language: page } = useLanguage();
  const [role, setRole] = useState<DialInRole>("interpreter");
  const [name, setName] = useState("");
  const [language, setLanguage] = useState(citizens === page ? "" : citizens);
  const [isChecked, setChecked] = useState(false);
  const { isBusy, error, send } = useSending();
  const asked = useRef({ requestId: "", key: "" });
  const wantsLanguage = role === "interpreter";
  const isNameMissing = name.trim() === "";
  const isLanguageMissing = wantsLanguage && language === "";
  const submit = () => {
    setChecked(true);
    if (isNameMissing || isLanguageMissing) {
      document.getElementById(isNameMissing ? "dial-in-name" : "dial-in-language")?.focus();
      return;
    }
    const one = { meetingId, role, name: name.trim(), language: wantsLanguage ? language : null };
    // A second try asks the same: the first answer may have been lost.
    const key = JSON.stringify(one);
    if (asked.current.key !== key) asked.current = { requestId: randomUuid(), key };
    send(() => allow({ requestId: asked.current.requestId, ...one }), onAllowed);
  };
  return (
    <Dialog title={t("askTitle")} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <p>{t("askText")}</p>
        {error !== null && <Failure error={error} />}
        <RadioGroup
          id="dial-in-role"
          label={t("who")}
          value={role}
          choices={[
            { value: "interpreter", label: t("interpreter") },
            { value: "helper", label: t("helper"), note: t("helperNote") },
          ]}
          onChange={setRole}
        />
        <TextField
          id="dial-in-name"
          label={t("name")}
          hint={t("nameHint")}
          error={isChecked && isNameMissing ? t("nameMissing") : undefined}
          value={name}
          maxLength={120}
          onInput={setName}
        />
        {wantsLanguage && (
          <LanguageSelect
            value={language}
            error={isChecked && isLanguageMissing ? t("languageMissing") : undefined}
            onChange={setLanguage}
          />
        )}
        <div class="balie-actions">
          <Button look="primary" type="submit" isBusy={isBusy}>
            {t("go")}
          </Button>
          <Button onClick={onClose}>{t("close")}</Button>
        </div>
      </form>
    </Dialog>
  );
};
