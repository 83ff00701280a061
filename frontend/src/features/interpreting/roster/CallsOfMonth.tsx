import { useState } from "preact/hooks";
import { useLanguage, useTexts } from "../../../platform/language.js";
import { useNow } from "../../../platform/now.js";
import { dateIn, formatMonth } from "../../../platform/time.js";
import { ButtonLink } from "../../../ui/Button.js";
import { Field } from "../../../ui/Field.js";
import { monthsUntil } from "./months.rules.js";
import { rosterTexts } from "./roster.texts.js";

/** The invoice of an agency is checked by the month: this one and those before, as far as calls are kept by default. */
export const CallsOfMonth = ({ timeZone }: { readonly timeZone: string }) => {
  const t = useTexts(rosterTexts);
  const { language } = useLanguage();
  const now = useNow(300);
  const months = monthsUntil(dateIn(new Date(now).toISOString(), timeZone));
  const [chosen, setChosen] = useState<string | null>(null);
  const month = chosen ?? months[0]!;
  return (
    <section class="roster-calls" aria-labelledby="calls-title">
      <h2 id="calls-title">{t("callsTitle")}</h2>
      <p>{t("callsIntro")}</p>
      <Field id="calls-month" label={t("callsMonth")}>
        <select
          id="calls-month"
          class="utrecht-textbox utrecht-textbox--html-input roster-month"
          value={month}
          onChange={({ currentTarget }) => setChosen(currentTarget.value)}
        >
          {months.map((each) => (
            <option key={each} value={each}>
              {formatMonth(each, language)}
            </option>
          ))}
        </select>
      </Field>
      <div class="balie-actions">
        <ButtonLink href={`/api/interpreter-calls.csv?month=${month}&language=${language}`} isDownload>
          {t("callsSave", { month: formatMonth(month, language) })}
        </ButtonLink>
      </div>
    </section>
  );
};
