import type { AppointmentView } from "@balie/contract/appointments";
import { useTexts } from "../../platform/language.js";
import { ButtonLink } from "../../ui/Button.js";
import { Heading } from "../../ui/Heading.js";
import { Notice } from "../../ui/Notice.js";
import { AppointmentFacts } from "./AppointmentFacts.js";
import { appointmentTexts } from "./appointment.texts.js";
import type { OverviewProps } from "./Overview.js";

interface CancelledProps {
  readonly appointment: AppointmentView;
  readonly by: "cancelled_by_citizen" | "cancelled_by_office";
}

export const Cancelled = ({ appointment, by }: CancelledProps) => {
  const t = useTexts(appointmentTexts);
  const isByCitizen = by === "cancelled_by_citizen";
  return (
    <>
      <Heading of="cancelled">{t("cancelledTitle")}</Heading>
      <Notice kind="info" icon="calendar">
        <p>{isByCitizen ? t("cancelledByCitizen") : t("cancelledByOffice")}</p>
        <p>{t("removeFromCalendar")}</p>
      </Notice>
      <AppointmentFacts appointment={appointment} />
      <BookAgain />
    </>
  );
};

export const Missed = ({ appointment }: { appointment: AppointmentView }) => {
  const t = useTexts(appointmentTexts);
  return (
    <>
      <Heading of="missed">{t("missedTitle")}</Heading>
      <p>{t("missed")}</p>
      <AppointmentFacts appointment={appointment} />
      <BookAgain />
    </>
  );
};

export const Ended = ({ survey }: OverviewProps) => {
  const t = useTexts(appointmentTexts);
  return (
    <>
      <Heading of="ended">{t("endedTitle")}</Heading>
      <p>{t("ended")}</p>
      {survey()}
      <BookAgain />
    </>
  );
};

const BookAgain = () => {
  const t = useTexts(appointmentTexts);
  return (
    <div class="balie-actions">
      <ButtonLink href="/">{t("bookNew")}</ButtonLink>
    </div>
  );
};
