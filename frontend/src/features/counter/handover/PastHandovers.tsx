import type { PastHandover } from "@balie/contract/handovers";
import { useLanguage, useTexts } from "../../../platform/language.js";
import { formatTime } from "../../../platform/time.js";
import { handoverTexts } from "./handover.texts.js";

export interface PastHandoversProps {
  readonly handovers: readonly PastHandover[];
  readonly timeZone: string;
}

/** Who led this meeting before, and what they noted for the next. */
export const PastHandovers = ({ handovers, timeZone }: PastHandoversProps) => {
  const t = useTexts(handoverTexts);
  const { language } = useLanguage();
  return (
    <>
      {handovers.map(({ fromName, toName, takenAt, note }) => (
        <p key={takenAt}>
          {t("past", { from: fromName, to: toName, time: formatTime(takenAt, language, timeZone) })}
          {note !== "" && (
            <>
              {" "}
              {t("noteOf", { name: fromName })} <span class="console-question">{note}</span>
            </>
          )}
        </p>
      ))}
    </>
  );
};
