import type { DialInView } from "@balie/contract/dial-in";
import { languageName } from "@balie/contract/locales/interpreted-languages";
import { useLanguage, useTexts } from "../../../platform/language.js";
import { useSending } from "../../../platform/sending.js";
import { formatTime } from "../../../platform/time.js";
import { Button } from "../../../ui/Button.js";
import { Failure } from "../../../ui/Failure.js";
import { keepFocus } from "../../../ui/keep-focus.js";
import { dialInTexts } from "./dial-in.texts.js";
import { PinToTell } from "./PinToTell.js";
import type { DialIns } from "./use-dial-ins.js";

interface OpenDialInProps {
  readonly meetingId: string;
  readonly dialIn: DialInView;
  readonly number: string;
  readonly dialIns: DialIns;
  readonly timeZone: string;
}

/** One who may dial in: what the clerk tells them, and the way to take it back. */
export const OpenDialIn = ({ meetingId, dialIn, number, dialIns, timeZone }: OpenDialInProps) => {
  const t = useTexts(dialInTexts);
  const { language: page } = useLanguage();
  const { isBusy, error, send } = useSending();
  const { id, name, role, language } = dialIn;
  const pin = dialIns.pinOf(id);
  const requestId = dialIns.requestIdOf(id);
  const time = formatTime(dialIn.expiresAt, page, timeZone);
  return (
    <section class="interpreting-request" aria-labelledby={`dial-in-${id}`}>
      <h3 id={`dial-in-${id}`}>
        {language ? t("ofInterpreter", { name, language: languageName(language, page) }) : t("ofHelper", { name })}
      </h3>
      {pin && <PinToTell {...{ number, pin, time }} />}
      {!pin && !requestId && <p>{t("hidden")}</p>}
      <p class="balie-small">{t("until", { time })}</p>
      {error !== null && <Failure error={error} />}
      <div class="balie-actions">
        {!pin && requestId && (
          <Button
            isBusy={isBusy}
            onClick={() => send(() => dialIns.allow({ requestId, meetingId, role, name, language }), keepFocus)}
          >
            {t("showAgain")}
          </Button>
        )}
        <Button isBusy={isBusy} onClick={() => send(() => dialIns.withdraw(id), keepFocus)}>
          {t("withdraw", { name })}
        </Button>
      </div>
    </section>
  );
};
