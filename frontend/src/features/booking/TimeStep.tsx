import type { SlotView } from "@balie/contract/services";
import { useCallback } from "preact/hooks";
import { useLocalised, useTexts } from "../../platform/language.js";
import { randomUuid } from "../../platform/random.js";
import { dateIn } from "../../platform/time.js";
import { Button } from "../../ui/Button.js";
import { ErrorSummary } from "../../ui/ErrorSummary.js";
import { Heading } from "../../ui/Heading.js";
import { Notice } from "../../ui/Notice.js";
import { Steps } from "../../ui/Steps.js";
import { SlotPicker } from "../../ui/slots/SlotPicker.js";
import { firstTimeId } from "../../ui/slots/slot-picker.props.js";
import { BackButton } from "./BackButton.js";
import type { StepProps } from "./Booking.js";
import { bookingTexts } from "./booking.texts.js";

export const TimeStep = ({ booking, tell, service }: StepProps) => {
  const t = useTexts(bookingTexts);
  const localised = useLocalised();
  const choose = useCallback(
    (slot: SlotView | null, timeZone: string) => {
      const day = slot && dateIn(slot.startsAt, timeZone);
      tell({ type: "slot_chosen", slot, day, requestId: randomUuid() });
    },
    [tell],
  );
  const missing = booking.isTimeMissing ? t("timeMissing") : undefined;
  return (
    <>
      <BackButton />
      <Heading
        of="time"
        hasError={booking.isTimeMissing}
        describedBy={lostTimeId}
        before={<Steps step={2} steps={4} />}
      >
        {t("timeTitle")}
      </Heading>
      <p>{t("timeIntro", { service: localised(service.name), minutes: service.durationMinutes })}</p>
      {missing && <ErrorSummary errors={[{ id: firstTimeId, text: missing }]} attempt={booking.attempt} />}
      <LostTime booking={booking} />
      <SlotPicker
        serviceId={service.id}
        value={booking.slot}
        firstDay={booking.day}
        error={missing}
        onChange={choose}
      />
      <div class="balie-actions">
        <Button look="primary" onClick={() => tell({ type: "time_confirmed" })}>
          {t("next")}
        </Button>
      </div>
    </>
  );
};

const lostTimeId = "lost-time";

/** Somebody was faster: nothing typed is lost. */
const LostTime = ({ booking }: Pick<StepProps, "booking">) => {
  const t = useTexts(bookingTexts);
  const code = booking.failure?.kind === "refused" ? booking.failure.error.code : null;
  if (code !== "slot_taken" && code !== "slot_not_offered") return null;
  return (
    <Notice id={lostTimeId} kind="warning" isAnnounced>
      <p>
        <strong>{code === "slot_taken" ? t("slotTaken") : t("slotNotOffered")}</strong> {t("chooseOtherTime")}
      </p>
    </Notice>
  );
};
