import type { AppointmentView } from "@balie/contract/appointments";
import { useEasyMode } from "../../platform/easy-mode.js";
import { useLocalised, useTexts } from "../../platform/language.js";
import { type Fact, Facts } from "../../ui/Facts.js";
import { sayPin } from "../../ui/say-pin.js";
import { MainWhen } from "../../ui/When.js";
import { appointmentTexts } from "./appointment.texts.js";

interface AppointmentFactsProps {
  readonly appointment: AppointmentView;
  /** Still to come: then it says where, and what to have ready. */
  readonly isAhead?: boolean;
}

export const AppointmentFacts = (props: AppointmentFactsProps) => <Facts facts={useFacts(props)} />;

function useFacts({ appointment, isAhead = false }: AppointmentFactsProps): (Fact | null)[] {
  const t = useTexts(appointmentTexts);
  const localised = useLocalised();
  const { isKiosk } = useEasyMode();
  const { service, citizen, concerns, question, counterName, startsAt, timeZone, interpreterLanguageName, dialIn } =
    appointment;
  const minutes = service.durationMinutes;
  return [
    { name: t("when"), value: <MainWhen at={startsAt} timeZone={timeZone} /> },
    { name: t("service"), value: `${localised(service.name)} · ${t("minutes", { minutes })}` },
    { name: t("with"), value: `${localised(counterName)}, ${appointment.municipality.name}` },
    isAhead ? { name: t("where"), value: dialIn ? t("whereDialIn", sayPin(dialIn)) : t("whereVideo") } : null,
    isAhead && service.bring ? { name: t("bring"), value: localised(service.bring) } : null,
    isAhead && appointment.kioskCode && !isKiosk
      ? { name: t("kiosk"), value: t("kioskHow", { address: `${location.host}/kiosk`, code: appointment.kioskCode }) }
      : null,
    { name: t("who"), value: citizen.name },
    concerns ? { name: t("concerns"), value: concerns.name } : null,
    interpreterLanguageName ? { name: t("interpreter"), value: localised(interpreterLanguageName) } : null,
    question ? { name: t("question"), value: question } : null,
  ];
}
