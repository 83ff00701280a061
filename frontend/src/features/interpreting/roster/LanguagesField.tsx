import { interpretedLanguages, languageCalled, languageName } from "@balie/contract/locales/interpreted-languages";
import { useLanguage, useTexts } from "../../../platform/language.js";
import { Button } from "../../../ui/Button.js";
import { Field } from "../../../ui/Field.js";
import { Icon } from "../../../ui/Icon.js";
import { rosterTexts } from "./roster.texts.js";

interface LanguagesFieldProps {
  readonly languages: readonly string[];
  /** What stands in the field, not chosen yet. */
  readonly typed: string;
  readonly error: string | undefined;
  readonly onChange: (languages: readonly string[], typed: string) => void;
}

/** Typed with the browser's own suggestions, and added one by one; Enter adds too. What nobody knows stays in the field. */
export const LanguagesField = ({ languages, typed, error, onChange }: LanguagesFieldProps) => {
  const t = useTexts(rosterTexts);
  const { language } = useLanguage();
  const nameOf = (code: string) => languageName(code, language);
  const add = () => {
    const code = languageCalled(typed);
    if (code) onChange([...new Set([...languages, code])], "");
    document.getElementById("language")?.focus();
  };
  const remove = (code: string) => {
    onChange(
      languages.filter((each) => each !== code),
      typed,
    );
    document.getElementById("language")?.focus();
  };
  return (
    <>
      <Field id="language" label={t("languages")} hint={t("languagesHint")} error={error}>
        <div class="roster-language">
          <input
            id="language"
            class="utrecht-textbox utrecht-textbox--html-input"
            type="text"
            list="languages"
            autocomplete="off"
            value={typed}
            aria-invalid={error ? true : undefined}
            aria-describedby={error ? "language-error language-hint" : "language-hint"}
            onInput={({ currentTarget }) => onChange(languages, currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== "Enter" || !typed.trim()) return;
              event.preventDefault();
              add();
            }}
          />
          <Button onClick={add}>{t("addLanguage")}</Button>
        </div>
        <datalist id="languages">
          {interpretedLanguages
            .map(nameOf)
            .sort((one, other) => one.localeCompare(other, language))
            .map((name) => (
              <option key={name} value={name} />
            ))}
        </datalist>
      </Field>
      <ul class="roster-languages" aria-label={t("languagesChosen")}>
        {languages.map((code) => (
          <li key={code}>
            <Button onClick={() => remove(code)}>
              <span class="balie-only-heard">{t("removeLanguage", { language: nameOf(code) })}</span>
              <span aria-hidden="true">{nameOf(code)}</span>
              <Icon name="cross" />
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
};
