import type { AppointmentView } from "@balie/contract/appointments";
import type { SlotView } from "@balie/contract/services";
import { useCallback, useState } from "preact/hooks";
import { Refusal } from "../../platform/api.js";
import { useTexts } from "../../platform/language.js";
import { Button } from "../../ui/Button.js";
import { ErrorSummary } from "../../ui/ErrorSummary.js";
import { Facts } from "../../ui/Facts.js";
import { Failure } from "../../ui/Failure.js";
import { Heading } from "../../ui/Heading.js";
import { Icon } from "../../ui/Icon.js";
import { SlotPicker } from "../../ui/slots/SlotPicker.js";
import { firstTimeId } from "../../ui/slots/slot-picker.props.js";
import { MainWhen, When } from "../../ui/When.js";
import { moveAppointment } from "./appointment.api.js";
import { appointmentTexts } from "./appointment.texts.js";

interface MoveProps {
  readonly appointment: AppointmentView;
  readonly linkToken: string;
  readonly onMoved: (appointment: AppointmentView) => void;
}

export const Move = ({ appointment, linkToken, onMoved }: MoveProps) => {
  const t = useTexts(appointmentTexts);
  const move = useMove(linkToken, onMoved);
  const missing = move.missed > 0 ? t("timeMissing") : undefined;
  const { startsAt, timeZone, service } = appointment;
  return (
    <>
      <Button look="subtle" class="balie-back" onClick={() => history.back()}>
        <Icon name="earlier" />
        {t("back")}
      </Button>
      <Heading of="move" hasError={!!missing}>
        {t("moveTitle")}
      </Heading>
      <Facts facts={[{ name: t("now"), value: <When at={startsAt} timeZone={timeZone} /> }]} />
      {missing && <ErrorSummary errors={[{ id: firstTimeId, text: missing }]} attempt={move.missed} />}
      {move.error !== null && <Failure error={move.error} />}
      <SlotPicker key={move.round} serviceId={service.id} value={move.slot} error={missing} onChange={move.choose} />
      {move.slot && (
        <Facts facts={[{ name: t("becomes"), value: <MainWhen at={move.slot.startsAt} timeZone={timeZone} /> }]} />
      )}
      <div class="balie-actions">
        <Button look="primary" isBusy={move.isBusy} onClick={move.send}>
          {move.isBusy ? t("moving") : t("moveYes")}
        </Button>
        <Button onClick={() => history.back()}>{t("moveNo")}</Button>
      </div>
    </>
  );
};

/** A time that somebody else took meanwhile: the old one stays, and the times are asked for anew (`round`). */
function useMove(linkToken: string, onMoved: (appointment: AppointmentView) => void) {
  const [slot, setSlot] = useState<SlotView | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const [round, setRound] = useState(0);
  /** How often it was sent without a time. */
  const [missed, setMissed] = useState(0);
  const choose = useCallback((chosen: SlotView | null) => {
    setSlot(chosen);
    setMissed(0);
  }, []);
  const refused = (reason: unknown) => {
    setBusy(false);
    setError(reason);
    if (!(reason instanceof Refusal) || !reason.code.startsWith("slot_")) return;
    setSlot(null);
    setRound((before) => before + 1);
  };
  const send = () => {
    if (!slot) return setMissed(missed + 1);
    setBusy(true);
    setError(null);
    moveAppointment(linkToken, slot.startsAt).then(onMoved, refused);
  };
  return { slot, choose, missed, error, isBusy, round, send };
}
