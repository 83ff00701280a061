import { useState } from "preact/hooks";
import { useLanguage, useTexts } from "../../platform/language.js";
import { formatTime } from "../../platform/time.js";
import { Button } from "../../ui/Button.js";
import { Failure } from "../../ui/Failure.js";
import { Heading } from "../../ui/Heading.js";
import { CallAside } from "./CallAside.js";
import type { ClerkCallProps, Ending } from "./ClerkCall.js";
import { consoleTexts } from "./console.texts.js";
import { EndDialog } from "./EndDialog.js";
import { OthersWaiting } from "./OthersWaiting.js";
import { useMedium } from "./use-medium.js";

interface PhoneTalkProps extends Omit<ClerkCallProps, "media">, Ending {
  readonly onStepOut: () => void;
}

/** The meeting goes on by an ordinary telephone: the number, the case, and the ways on. */
export const PhoneTalk = ({ clerk, entry, queue, company, handovers, dispatch, ...props }: PhoneTalkProps) => {
  const t = useTexts(consoleTexts);
  const { language } = useLanguage();
  const [isAsking, setAsking] = useState(false);
  const { isBusy, error, turnTo } = useMedium(entry.meetingId, dispatch);
  const fault = error ?? (isAsking ? null : props.error);
  const ask = (is: boolean) => {
    props.forgetError();
    setAsking(is);
  };
  return (
    <>
      <div class="console-call-top">
        <Heading of="phone">{t("phoneTitle", { name: entry.citizenName })}</Heading>
        <OthersWaiting queue={queue} />
      </div>
      {fault !== null && <Failure error={fault} />}
      {entry.phone && (
        <>
          <p>
            {t("phoneCall", { name: entry.citizenName })}{" "}
            <a class="utrecht-link console-phone" href={`tel:${entry.phone.number.replace(/[^+0-9]/g, "")}`}>
              {entry.phone.number}
            </a>
          </p>
          <p class="balie-small">
            {t("phoneConsent", { time: formatTime(entry.phone.askedAt, language, clerk.municipality.timeZone) })}
          </p>
        </>
      )}
      <CallAside {...{ clerk, entry, company, handovers, dispatch }} />
      <div class="balie-actions">
        <Button isBusy={isBusy} onClick={() => turnTo("video")}>
          {t("phoneToVideo")}
        </Button>
        <Button look="danger" onClick={() => ask(true)}>
          {t("end")}
        </Button>
      </div>
      {isAsking && (
        <EndDialog
          isEnding={props.isEnding}
          error={props.error}
          onEnd={props.endForAll}
          onStepOut={props.onStepOut}
          onClose={() => ask(false)}
        />
      )}
    </>
  );
};
