import { useTexts } from "../../../platform/language.js";
import { rosterTexts } from "./roster.texts.js";

/** What a file looks like, in the words of the page's language. */
export const FileExample = () => {
  const t = useTexts(rosterTexts);
  const titles = [t("column_name"), t("column_languages"), t("column_address"), t("column_hours")];
  const lines = [
    titles,
    ["Ayşe Demir", "tr, ku", "tel:+32470123456", `${t("exampleDays")} 09:00-17:00`],
    ["Jan Maes", "vgt", "sip:jan@bureau.example", ""],
  ];
  return (
    <details class="roster-example">
      <summary>{t("example")}</summary>
      <p>{t("exampleText")}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard (WCAG 2.1.1). */}
      <section class="roster-lines" tabIndex={0} aria-label={t("exampleOf")}>
        <pre>{lines.map((cells) => cells.join(";")).join("\n")}</pre>
      </section>
    </details>
  );
};
