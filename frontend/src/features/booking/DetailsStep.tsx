import { useTexts } from "../../platform/language.js";
import { randomUuid } from "../../platform/random.js";
import { Button } from "../../ui/Button.js";
import { ErrorSummary } from "../../ui/ErrorSummary.js";
import { Heading } from "../../ui/Heading.js";
import { Steps } from "../../ui/Steps.js";
import { BackButton } from "./BackButton.js";
import type { StepProps } from "./Booking.js";
import { bookingTexts } from "./booking.texts.js";
import { DetailsFields } from "./DetailsFields.js";
import type { Details, DetailsFault } from "./details.rules.js";

export const DetailsStep = ({ booking, tell }: StepProps) => {
  const t = useTexts(bookingTexts);
  const faultText = useFaultText();
  const type = (details: Partial<Details>) => tell({ type: "details_typed", details, requestId: randomUuid() });
  const errors = booking.faults.map((fault) => ({ id: fault.field, text: faultText(fault) }));
  return (
    <>
      <BackButton />
      <Heading of="details" hasError={errors.length > 0} before={<Steps step={3} steps={4} />}>
        {t("detailsTitle")}
      </Heading>
      {booking.attempt > 0 && <ErrorSummary errors={errors} attempt={booking.attempt} />}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          tell({ type: "details_confirmed" });
        }}
      >
        <DetailsFields
          details={booking.details}
          errorOf={(field) => errors.find(({ id }) => id === field)?.text}
          onType={type}
        />
        <p class="balie-small">{t("privacy")}</p>
        <div class="balie-actions">
          <Button look="primary" type="submit">
            {t("next")}
          </Button>
        </div>
      </form>
    </>
  );
};

/** One sentence per field and fault, that says what to fill in. */
function useFaultText(): (fault: DetailsFault) => string {
  const t = useTexts(bookingTexts);
  return ({ field, fault }) => {
    if (field === "name") return t(fault === "missing" ? "nameMissing" : "nameWrong");
    if (field === "otherName") return t(fault === "missing" ? "otherNameMissing" : "nameWrong");
    if (field === "email") return t(fault === "missing" ? "emailMissing" : "emailWrong");
    if (field === "interpreter") return t("interpreterMissing");
    if (field === "phone") return t(fault === "missing" ? "phoneMissing" : "phoneWrong");
    return t(fault === "too_long" ? "questionTooLong" : "questionWrong");
  };
}
