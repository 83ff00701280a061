import type { AppointmentView } from "@balie/contract/appointments";
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { useEasyMode } from "../../platform/easy-mode.js";
import { useTexts } from "../../platform/language.js";
import { tabShelf } from "../../platform/storage.js";
import { Button, ButtonLink } from "../../ui/Button.js";
import { Extra } from "../../ui/easy/Extra.js";
import { Heading } from "../../ui/Heading.js";
import { keepFocus } from "../../ui/keep-focus.js";
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
      <Extra>
        <AppointmentFacts appointment={appointment} />
      </Extra>
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
      <Extra>
        <AppointmentFacts appointment={appointment} />
      </Extra>
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
      <EasyToOpen label={t("openSurvey")}>{survey()}</EasyToOpen>
      <Extra>
        <BookAgain />
      </Extra>
    </>
  );
};

/** On the easy screen a click away: first only what is said. */
const EasyToOpen = ({ label, children }: { label: string; children: ComponentChildren }) => {
  const { isEasy } = useEasyMode();
  const [isOpen, setOpen] = useState(false);
  if (!isEasy || isOpen) return <>{children}</>;
  const open = () => {
    setOpen(true);
    keepFocus();
  };
  return (
    <div class="balie-actions">
      <Button look="primary" onClick={open}>
        {label}
      </Button>
    </div>
  );
};

/** What the booking page keeps in this tab: once booked, it shows that until it is forgotten. */
const bookingShelf = tabShelf<{ readonly booked: unknown }>("booking");

/** Leads to the first step also in the tab that booked what is over; a draft there stays. */
const BookAgain = () => {
  const t = useTexts(appointmentTexts);
  const { isEasy } = useEasyMode();
  useEffect(() => {
    if (bookingShelf.read()?.booked) bookingShelf.clear();
  }, []);
  return (
    <div class="balie-actions">
      <ButtonLink look={isEasy ? "primary" : "secondary"} href="/">
        {t("bookNew")}
      </ButtonLink>
    </div>
  );
};
