import type { QueueView } from "@balie/contract/meetings";
import { useEffect, useRef } from "preact/hooks";
import { useTexts } from "../../../platform/language.js";
import { useLoaded } from "../../../platform/loading.js";
import { useNow } from "../../../platform/now.js";
import { Failure } from "../../../ui/Failure.js";
import { AheadHead } from "../AheadHead.js";
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
              <div class="console-card console-card--plain">
                <AheadHead appointment={one} timeZone={timeZone} />
                <NeededNote interpreter={one} />
              </div>
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
