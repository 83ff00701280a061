import { interpretedLanguages, languageName } from "@balie/contract/locales/interpreted-languages";
import { useLanguage, useTexts } from "../../platform/language.js";
import { describedBy, Field } from "../../ui/Field.js";
import { bookingTexts } from "./booking.texts.js";

interface InterpreterFieldProps {
  readonly value: string;
  readonly error: string | undefined;
  readonly onChoose: (language: string) => void;
}

/** Every language that is interpreted, by its name. */
export const InterpreterField = ({ value, error, onChoose }: InterpreterFieldProps) => {
  const t = useTexts(bookingTexts);
  const { language } = useLanguage();
  const field = { id: "interpreter", label: t("interpreter"), hint: t("interpreterHint"), error };
  const options = interpretedLanguages
    .map((code) => ({ code, name: languageName(code, language) }))
    .sort((one, other) => one.name.localeCompare(other.name, language));
  return (
    <Field {...field}>
      <select
        id={field.id}
        class="utrecht-textbox utrecht-textbox--html-input"
        value={value}
        required
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(field)}
        onChange={({ currentTarget }) => onChoose(currentTarget.value)}
      >
        <option value="">{t("interpreterNone")}</option>
        {options.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </Field>
  );
};

export const InterpreterName = ({ code }: { readonly code: string }) => {
  const { language } = useLanguage();
  return <>{languageName(code, language)}</>;
};
