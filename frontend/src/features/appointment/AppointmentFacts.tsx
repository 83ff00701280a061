import type { AppointmentView } from "@balie/contract/appointments";
import { useLocalised, useTexts } from "../../platform/language.js";
import { type Fact, Facts } from "../../ui/Facts.js";
import { When } from "../../ui/When.js";
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
  const { service, citizen, concerns, question, counterName, startsAt, timeZone } = appointment;
  const minutes = service.durationMinutes;
  const when = (
    <strong>
      <When at={startsAt} timeZone={timeZone} />
    </strong>
  );
  return [
    { name: t("when"), value: when },
    { name: t("service"), value: `${localised(service.name)} · ${t("minutes", { minutes })}` },
    { name: t("with"), value: `${localised(counterName)}, ${appointment.municipality.name}` },
    isAhead ? { name: t("where"), value: t("whereVideo") } : null,
    isAhead && service.bring ? { name: t("bring"), value: localised(service.bring) } : null,
    { name: t("who"), value: citizen.name },
    concerns ? { name: t("concerns"), value: concerns.name } : null,
    question ? { name: t("question"), value: question } : null,
  ];
}
