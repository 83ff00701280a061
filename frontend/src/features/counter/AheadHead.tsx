import type { AppointmentsAhead } from "@balie/contract/meetings";
import { useLanguage, useLocalised } from "../../platform/language.js";
import { formatDay, formatTime } from "../../platform/time.js";

interface AheadHeadProps {
  readonly appointment: Pick<AppointmentsAhead["appointments"][number], "startsAt" | "citizenName" | "serviceName">;
  readonly timeZone: string;
}

/** An appointment of another day: when, who and for what. */
export const AheadHead = ({ appointment: { startsAt, citizenName, serviceName }, timeZone }: AheadHeadProps) => {
  const local = useLocalised();
  const { language } = useLanguage();
  return (
    <>
      <p class="balie-small">
        {formatDay(startsAt, language, timeZone)}, {formatTime(startsAt, language, timeZone)}
      </p>
      <p>
        <strong>{citizenName}</strong> <span class="console-service">{local(serviceName)}</span>
      </p>
    </>
  );
};
