import type { CitizenPinView } from "@balie/contract/dial-in";
import { useState } from "preact/hooks";
import { useLanguage, useTexts } from "../../../platform/language.js";
import { useSending } from "../../../platform/sending.js";
import { formatDay, formatTime } from "../../../platform/time.js";
import { Button } from "../../../ui/Button.js";
import { Dialog } from "../../../ui/Dialog.js";
import { Failure } from "../../../ui/Failure.js";
import { renewCitizenPin } from "./dial-in.api.js";
import { dialInTexts } from "./dial-in.texts.js";
import { inPairs } from "./dial-in.view.js";
import { PinToTell } from "./PinToTell.js";

interface CitizenPinProps {
  readonly meetingId: string;
  readonly name: string;
  readonly timeZone: string;
  readonly onClose: () => void;
}

/** A new PIN for a citizen who dials in, once the clerk asks for it: it makes the one before void. */
export const CitizenPin = ({ meetingId, name, timeZone, onClose }: CitizenPinProps) => {
  const t = useTexts(dialInTexts);
  const { language } = useLanguage();
  const { isBusy, error, send } = useSending();
  const [made, setMade] = useState<CitizenPinView | null>(null);
  const time = (at: string) => formatTime(at, language, timeZone);
  const day = (at: string) => formatDay(at, language, timeZone);
  return (
    <Dialog title={t("citizenTitle", { name })} onClose={onClose}>
      <p>{t(made ? "citizenTell" : "citizenText")}</p>
      {error !== null && <Failure error={error} />}
      {made && (
        <>
          <PinToTell number={made.number} pin={made.pin} time={`${day(made.closesAt)}, ${time(made.closesAt)}`} />
          <p>{t("citizenFrom", { day: day(made.opensAt), from: time(made.opensAt), until: time(made.closesAt) })}</p>
        </>
      )}
      <p role="status" class="balie-only-heard">
        {made && t("ready", { name, number: made.number, pin: inPairs(made.pin, ", ") })}
      </p>
      <div class="balie-actions">
        {!made && (
          <Button look="primary" isBusy={isBusy} onClick={() => send(() => renewCitizenPin(meetingId), setMade)}>
            {t("go")}
          </Button>
        )}
        <Button onClick={onClose}>{t("close")}</Button>
      </div>
    </Dialog>
  );
};
