import { interpretedLanguages, languageName } from "@balie/contract/locales/interpreted-languages";
import { useMemo } from "preact/hooks";
import { useLanguage, useTexts } from "../../../platform/language.js";
import { Field } from "../../../ui/Field.js";
import { dialInTexts } from "./dial-in.texts.js";

interface LanguageSelectProps {
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (language: string) => void;
}

/** Native: typing the beginning of a name finds it. */
export const LanguageSelect = ({ value, error, onChange }: LanguageSelectProps) => {
  const t = useTexts(dialInTexts);
  const { language: page } = useLanguage();
  const named = useMemo(
    () =>
      interpretedLanguages
        .map((code) => ({ code, name: languageName(code, page) }))
        .sort((one, other) => one.name.localeCompare(other.name, page)),
    [page],
  );
  return (
    <Field id="dial-in-language" label={t("language")} error={error}>
      <select
        id="dial-in-language"
        class="utrecht-textbox utrecht-textbox--html-input"
        value={value}
        required
        aria-invalid={error ? true : undefined}
        aria-describedby={error && "dial-in-language-error"}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      >
        <option value="">{t("chooseLanguage")}</option>
        {named.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </Field>
  );
};
