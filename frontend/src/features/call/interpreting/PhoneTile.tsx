import { languageName } from "@balie/contract/locales/interpreted-languages";
import { useLanguage, useTexts } from "../../../platform/language.js";
import type { CallState, Person } from "../call.state.js";
import { callTexts } from "../call.texts.js";
import { guestsTexts } from "../company/guests.texts.js";
import { isUnheard } from "../company/roster.rules.js";
import { useRole } from "../company/use-role.js";

export interface PhoneTileProps {
  readonly state: Pick<CallState, "standing" | "speakerId">;
  readonly person: Person;
}

/** Somebody by telephone has no picture: who it is, and whether they speak. */
export const PhoneTile = ({ state: { standing, speakerId }, person }: PhoneTileProps) => {
  const t = useTexts(guestsTexts);
  const c = useTexts(callTexts);
  const roleOf = useRole();
  const { language: page } = useLanguage();
  const { id, name, language, isSilenced } = person;
  return (
    <div class="call-tile call-tile--words">
      <div class="call-caption">
        <Phone />
        <strong>{name || c("nameless")}</strong>{" "}
        <span>{language ? t("tileRole", { language: languageName(language, page) }) : roleOf(person)}</span>
        {isSilenced || isUnheard(standing, person) ? (
          <span>{t(isSilenced ? "tileSilenced" : "tileUnheard")}</span>
        ) : (
          speakerId === id && <span>{t("tileSpeaks")}</span>
        )}
      </div>
    </div>
  );
};

const Phone = () => (
  <svg class="balie-icon" viewBox="0 0 24 24" aria-hidden="true">
    <path d="M5 3h4l2 5-3 2a12 12 0 0 0 6 6l2-3 5 2v4a2 2 0 0 1-2 2A16 16 0 0 1 3 5a2 2 0 0 1 2-2z" />
  </svg>
);
