import type { QueueView } from "@balie/contract/meetings";
import { useTexts } from "../../platform/language.js";
import { useNow } from "../../platform/now.js";
import { consoleTexts } from "./console.texts.js";
import { firstWaiting, minutesSince } from "./queue.view.js";

/** During a call: how many wait, and on a click who. */
export const OthersWaiting = ({ queue }: { queue: QueueView }) => {
  const t = useTexts(consoleTexts);
  const now = useNow(15);
  const waiting = queue.entries.filter((entry) => entry.status === "waiting");
  const count = waiting.length;
  if (count === 0) return <p class="balie-small">{t("nobodyWaits")}</p>;
  return (
    <details class="console-others">
      <summary>{count === 1 ? t("othersWaitingOne") : t("othersWaiting", { count })}</summary>
      <ul>
        {waiting.map((entry) => {
          const arrival = firstWaiting(entry);
          const minutes = arrival ? minutesSince(arrival.arrivedAt, now) : 0;
          return (
            <li key={entry.meetingId}>
              {entry.citizenName}: {minutes === 1 ? t("waitsForOne") : t("waitsFor", { minutes })}
            </li>
          );
        })}
      </ul>
    </details>
  );
};
