import { useLocalised, useTexts } from "../../platform/language.js";
import { Button } from "../../ui/Button.js";
import { type Fact, Facts } from "../../ui/Facts.js";
import { Failure } from "../../ui/Failure.js";
import { Heading } from "../../ui/Heading.js";
import { Notice } from "../../ui/Notice.js";
import { Steps } from "../../ui/Steps.js";
import { When } from "../../ui/When.js";
import { BackButton } from "./BackButton.js";
import type { StepProps } from "./Booking.js";
import type { Step } from "./booking.state.js";
import { bookingTexts } from "./booking.texts.js";
import { needsPhone } from "./details.rules.js";
import { NeededLanguage } from "./NeededLanguage.js";

/** Everything once more, the way to reach the citizen large: a typing error there is found now or never. */
export const CheckStep = (props: StepProps) => {
  const t = useTexts(bookingTexts);
  const { isSending, failure, details } = props.booking;
  return (
    <>
      <BackButton />
      <Heading of="check" before={<Steps step={4} steps={4} />}>
        {t("checkTitle")}
      </Heading>
      <p>{t(needsPhone(details) ? "checkIntroPhone" : "checkIntro")}</p>
      <Facts facts={useFacts(props)} />
      {failure && !isSending && <SendFailure {...props} />}
      {isSending && (
        <p class="balie-only-heard" role="status">
          {t("sending")}
        </p>
      )}
      <div class="balie-actions">
        <Button look="primary" isBusy={isSending} onClick={props.send}>
          {isSending ? t("sending") : failure ? t("bookAgain") : t("book")}
        </Button>
      </div>
    </>
  );
};

const SendFailure = ({ booking }: StepProps) => {
  const t = useTexts(bookingTexts);
  const { failure } = booking;
  if (failure?.kind !== "unanswered") return failure && <Failure error={failure.error} />;
  return (
    <Notice kind="error" isAnnounced>
      <p>{t("noAnswer")}</p>
    </Notice>
  );
};

function useFacts({ booking, tell, service, timeZone }: StepProps): (Fact | false)[] {
  const t = useTexts(bookingTexts);
  const localised = useLocalised();
  const { details, slot } = booking;
  const change = (step: Step, what: string) => (
    <Button look="subtle" onClick={() => tell({ type: "step_visited", step })}>
      {t("change")} <span class="balie-only-heard">{what}</span>
    </Button>
  );
  const toDetails = (what: string) => change("details", what);
  const reach = (field: "email" | "phone", isLarge: boolean) => {
    const value = details[field].trim() || t("notGiven");
    return {
      name: t(field),
      value: isLarge ? <span class="balie-big">{value}</span> : value,
      action: toDetails(t(field)),
    };
  };
  return [
    { name: t("service"), value: localised(service.name), action: change("service", t("service")) },
    {
      name: t("when"),
      value: <strong>{slot && <When at={slot.startsAt} timeZone={timeZone} />}</strong>,
      action: change("time", t("when")),
    },
    { name: t("name"), value: details.name, action: toDetails(t("name")) },
    details.isForOther && { name: t("otherName"), value: details.otherName, action: toDetails(t("otherName")) },
    reach("email", !needsPhone(details)),
    reach("phone", needsPhone(details)),
    details.dialsIn && { name: t("medium"), value: t("byPhone"), action: toDetails(t("medium")) },
    { name: t("question"), value: details.question.trim() || t("notGiven"), action: toDetails(t("question")) },
    details.needsInterpreter && {
      name: t("interpreterFact"),
      value: <NeededLanguage value={details.interpreter} />,
      action: toDetails(t("interpreterFact")),
    },
  ];
}
