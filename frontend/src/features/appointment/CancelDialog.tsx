import type { AppointmentView } from "@balie/contract/appointments";
import { useTexts } from "../../platform/language.js";
import { useSending } from "../../platform/sending.js";
import { Button } from "../../ui/Button.js";
import { Dialog } from "../../ui/Dialog.js";
import { Failure } from "../../ui/Failure.js";
import { When } from "../../ui/When.js";
import { cancelAppointment } from "./appointment.api.js";
import { appointmentTexts } from "./appointment.texts.js";

interface CancelDialogProps {
  readonly appointment: AppointmentView;
  readonly linkToken: string;
  readonly onCancelled: (appointment: AppointmentView) => void;
  readonly onClose: () => void;
}

export const CancelDialog = ({ appointment, linkToken, onCancelled, onClose }: CancelDialogProps) => {
  const t = useTexts(appointmentTexts);
  const { isBusy, error, send } = useSending();
  const cancel = () => send(() => cancelAppointment(linkToken), onCancelled);
  return (
    <Dialog title={t("cancelTitle")} onClose={onClose}>
      <p>
        <When at={appointment.startsAt} timeZone={appointment.timeZone} />
      </p>
      <p>
        {t("cancelMeans")} {appointment.citizen.email && t("mailComes")}
      </p>
      {error !== null && <Failure error={error} />}
      <div class="balie-actions">
        <Button look="danger" isBusy={isBusy} onClick={cancel}>
          {isBusy ? t("cancelling") : t("cancelYes")}
        </Button>
        <Button onClick={onClose}>{t("cancelNo")}</Button>
      </div>
    </Dialog>
  );
};
