import type { ClerkView } from "@balie/contract/clerks";
import { useState } from "preact/hooks";
import { useTexts } from "../../platform/language.js";
import { useLoaded } from "../../platform/loading.js";
import { Failure } from "../../ui/Failure.js";
import { Spinner } from "../../ui/Spinner.js";
import { AheadHead } from "./AheadHead.js";
import { consoleTexts } from "./console.texts.js";
import { fetchAhead } from "./counter.api.js";
import { CitizenPinButton } from "./dial-in/CitizenPinButton.js";
import { NoMailNote } from "./NoMailNote.js";

interface AppointmentsAheadProps {
  readonly clerk: ClerkView;
}

/** What comes after the queue, for whoever phones about it now. Fetched each time it is opened. */
export const AppointmentsAhead = ({ clerk }: AppointmentsAheadProps) => {
  const t = useTexts(consoleTexts);
  const [isOpen, setOpen] = useState(false);
  return (
    <details class="console-ahead" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t("laterTitle")}</summary>
      {isOpen && <List clerk={clerk} />}
    </details>
  );
};

const List = ({ clerk }: AppointmentsAheadProps) => {
  const t = useTexts(consoleTexts);
  const { loading, reload } = useLoaded("ahead", fetchAhead);
  if (loading.state === "loading") return <Spinner text={t("laterLoading")} />;
  if (loading.state === "failed") return <Failure error={loading.error} onRetry={reload} />;
  if (loading.value.length === 0) return <p class="balie-small">{t("laterEmpty")}</p>;
  return (
    <ul class="console-cards">
      {loading.value.map((one) => (
        <li key={one.meetingId}>
          <div class="console-card console-card--plain">
            <AheadHead appointment={one} timeZone={clerk.municipality.timeZone} />
            <NoMailNote {...one} />
            <CitizenPinButton entry={one} clerk={clerk} />
          </div>
        </li>
      ))}
    </ul>
  );
};
