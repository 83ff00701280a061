import { languageName } from "@balie/contract/locales/interpreted-languages";
import type { NeededInterpreter } from "@balie/contract/reservations";
import { useLanguage, useTexts } from "../../../platform/language.js";
import { Icon } from "../../../ui/Icon.js";
import { interpretingTexts } from "../interpreting/interpreting.texts.js";

/** Which interpreter the citizen needs, and how it stands; nothing where none is needed. */
export const NeededNote = ({ interpreter }: { readonly interpreter: NeededInterpreter | null }) => {
  const t = useTexts(interpretingTexts);
  const { language: page } = useLanguage();
  if (!interpreter) return null;
  const { language, standing } = interpreter;
  return (
    <p class="balie-small console-device">
      <Icon name={standing === "confirmed" ? "check" : "warning"} />{" "}
      {t("isNeeded", { language: languageName(language, page) })} <Standing interpreter={interpreter} />
    </p>
  );
};

export const Standing = ({ interpreter: { standing, name } }: { readonly interpreter: NeededInterpreter }) => {
  const t = useTexts(interpretingTexts);
  switch (standing) {
    case "asked":
    case "confirmed":
      return <>{t(`standing_${standing}`, { name: name ?? "" })}</>;
    case "seeking":
    case "nobody":
      return <>{t(`standing_${standing}`)}</>;
  }
};
