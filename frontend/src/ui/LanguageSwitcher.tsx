import { type Language, languages } from "@balie/contract/locales/languages";
import { useState } from "preact/hooks";
import { useLanguage, useTexts } from "../platform/language.js";
import { uiTexts } from "./texts.js";

const names: Record<Language, string> = { nl: "Nederlands", fr: "Français", de: "Deutsch", en: "English" };

export const LanguageSwitcher = () => {
  const t = useTexts(uiTexts);
  const { language, choose } = useLanguage();
  const [isFailed, setFailed] = useState(false);
  const change = (wish: Language) =>
    choose(wish).then(
      () => setFailed(false),
      () => setFailed(true),
    );
  return (
    <nav class="balie-languages" aria-label={t("language")}>
      <ul>
        {languages.map((each) => (
          <li key={each}>
            <button
              type="button"
              lang={each}
              aria-current={each === language || undefined}
              onClick={() => void change(each)}
            >
              {each.toUpperCase()} <span class="balie-only-heard">{names[each]}</span>
            </button>
          </li>
        ))}
      </ul>
      {isFailed && <p role="alert">{t("languageFailed")}</p>}
    </nav>
  );
};
