import type { QueueView } from "@balie/contract/meetings";
import type { ReservationList } from "@balie/contract/reservations";
import { useEffect, useRef } from "preact/hooks";
import { useLanguage, useLocalised, useTexts } from "../../../platform/language.js";
import { useLoaded } from "../../../platform/loading.js";
import { useNow } from "../../../platform/now.js";
import { formatDay, formatTime } from "../../../platform/time.js";
import { Failure } from "../../../ui/Failure.js";
import { interpretingTexts } from "../interpreting/interpreting.texts.js";
import { NeededNote } from "./NeededNote.js";
import { fetchReservations } from "./reserving.api.js";
import { countUnconfirmed, newsOf } from "./reserving.rules.js";

interface InterpretersAheadProps {
  readonly queue: QueueView | null;
  readonly timeZone: string;
}

/** The coming week: a missing interpreter is seen days before. Looked at again each minute, and with news of the queue. */
export const InterpretersAhead = ({ queue, timeZone }: InterpretersAheadProps) => {
  const t = useTexts(interpretingTexts);
  const { loading, reload } = useLoaded("reservations", fetchReservations);
  useReload(reload, `${Math.floor(useNow(15) / 60_000)} ${newsOf(queue?.entries ?? [])}`);
  if (loading.state === "loading") return null;
  if (loading.state === "failed") return <Failure error={loading.error} onRetry={reload} />;
  const appointments = loading.value;
  const missing = countUnconfirmed(appointments);
  return (
    <details class="console-ahead">
      <summary>
        {t("aheadTitle")}
        {missing > 0 && <strong> {t("aheadMissing", { count: missing })}</strong>}
      </summary>
      {appointments.length === 0 ? (
        <p class="balie-small">{t("aheadEmpty")}</p>
      ) : (
        <ul class="console-cards">
          {appointments.map((one) => (
            <li key={one.appointmentId}>
              <Ahead appointment={one} timeZone={timeZone} />
            </li>
          ))}
        </ul>
      )}
    </details>
  );
};

const useReload = (reload: (how: "quietly") => void, news: string) => {
  const known = useRef(news);
  useEffect(() => {
    if (known.current === news) return;
    known.current = news;
    reload("quietly");
  }, [news, reload]);
};

interface AheadProps {
  readonly appointment: ReservationList["appointments"][number];
  readonly timeZone: string;
}

const Ahead = ({ appointment, timeZone }: AheadProps) => {
  const local = useLocalised();
  const { language } = useLanguage();
  const { startsAt, citizenName, serviceName } = appointment;
  return (
    <div class="console-card console-card--plain">
      <p class="balie-small">
        {formatDay(startsAt, language, timeZone)}, {formatTime(startsAt, language, timeZone)}
      </p>
      <p>
        <strong>{citizenName}</strong> <span class="console-service">{local(serviceName)}</span>
      </p>
      <NeededNote interpreter={appointment} />
    </div>
  );
};
