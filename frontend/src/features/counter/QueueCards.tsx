import type { ClerkView } from "@balie/contract/clerks";
import type { QueueArrival, QueueEntry } from "@balie/contract/meetings";
import type { Dispatch } from "preact/hooks";
import { useLanguage, useLocalised, useTexts } from "../../platform/language.js";
import { formatTime } from "../../platform/time.js";
import { Button } from "../../ui/Button.js";
import type { ConsoleAction } from "./console.state.js";
import { consoleTexts } from "./console.texts.js";
import { DeviceCheckNote } from "./DeviceCheckNote.js";
import { CitizenPinButton } from "./dial-in/CitizenPinButton.js";
import { NodRequests } from "./NodRequests.js";
import { NoMailNote } from "./NoMailNote.js";
import { PhoneWish } from "./PhoneWish.js";
import { firstWaiting, isMine, minutesSince } from "./queue.view.js";
import { NeededNote } from "./reserving/NeededNote.js";

interface CardProps {
  readonly entry: QueueEntry;
}

const Who = ({ entry }: CardProps) => {
  const local = useLocalised();
  return (
    <p>
      <strong>{entry.citizenName}</strong> <span class="console-service">{local(entry.serviceName)}</span>
    </p>
  );
};

export const WaitingCard = (
  props: CardProps & {
    clerk: ClerkView;
    now: number;
    isBusy: boolean;
    onAdmit: () => void;
    dispatch: Dispatch<ConsoleAction>;
  },
) => {
  const t = useTexts(consoleTexts);
  const { entry, isBusy, onAdmit } = props;
  const arrival = firstWaiting(entry);
  const minutes = arrival ? minutesSince(arrival.arrivedAt, props.now) : 0;
  const waits = minutes === 0 ? t("waitsJustNow") : minutes === 1 ? t("waitsForOne") : t("waitsFor", { minutes });
  return (
    <div class="console-card console-card--waiting">
      <Who entry={entry} />
      {entry.question && <p class="console-question">{entry.question}</p>}
      {arrival && (
        <p class="balie-small">
          {waits} · {t(presenceOf(arrival))}
        </p>
      )}
      <NeededNote interpreter={entry.interpreter} />
      <NoMailNote {...entry} />
      <DeviceCheckNote entry={entry} />
      <PhoneWish entry={entry} dispatch={props.dispatch} />
      {arrival && (
        <Button look="primary" isBusy={isBusy} onClick={onAdmit}>
          {t("admit", { name: entry.citizenName })}
        </Button>
      )}
      {!arrival?.isByPhone && <CitizenPinButton entry={entry} clerk={props.clerk} />}
    </div>
  );
};

const presenceOf = ({ isByPhone, isConnected }: QueueArrival) => {
  if (isByPhone) return isConnected ? "isOnLine" : "isOffLine";
  return isConnected ? "isConnected" : "isDisconnected";
};

interface InProgressProps extends CardProps {
  readonly clerk: ClerkView;
  readonly dispatch: Dispatch<ConsoleAction>;
  readonly onOpen: () => void;
}

export const InProgressCard = ({ entry, clerk, dispatch, onOpen }: InProgressProps) => {
  const t = useTexts(consoleTexts);
  const { language } = useLanguage();
  const mine = isMine(entry, clerk.id);
  const since = entry.startedAt && formatTime(entry.startedAt, language, clerk.municipality.timeZone);
  return (
    <div class={`console-card ${mine ? "console-card--mine" : ""}`}>
      <p class="balie-small">{mine ? t("mine") : t("byColleague", { name: entry.clerk?.name ?? "" })}</p>
      <Who entry={entry} />
      <p class="balie-small">
        {since && `${t("since", { time: since })} · `}
        {t(entry.isClerkInCall ? "clerkInCall" : "clerkNotInCall")}
      </p>
      {mine && (
        <>
          <NodRequests entry={entry} dispatch={dispatch} />
          <Button look="primary" onClick={onOpen}>
            {t("backToCall", { name: entry.citizenName })}
          </Button>
        </>
      )}
    </div>
  );
};

export const ToFinishCard = ({ entry, timeZone, onFinish }: CardProps & { timeZone: string; onFinish: () => void }) => {
  const t = useTexts(consoleTexts);
  const { language } = useLanguage();
  return (
    <div class="console-card">
      <Who entry={entry} />
      {entry.endedAt && (
        <p class="balie-small">{t("endedAt", { time: formatTime(entry.endedAt, language, timeZone) })}</p>
      )}
      <Button onClick={onFinish}>{t("finish", { name: entry.citizenName })}</Button>
    </div>
  );
};

export const UpcomingCard = ({ entry, clerk }: CardProps & { clerk: ClerkView }) => {
  const t = useTexts(consoleTexts);
  const { language } = useLanguage();
  const { timeZone } = clerk.municipality;
  const from = formatTime(entry.startsAt, language, timeZone);
  return (
    <div class="console-card console-card--plain">
      <p class="balie-small">{t("timeToTime", { from, to: formatTime(entry.endsAt, language, timeZone) })}</p>
      <Who entry={entry} />
      <NeededNote interpreter={entry.interpreter} />
      <NoMailNote {...entry} />
      <DeviceCheckNote entry={entry} />
      <CitizenPinButton entry={entry} clerk={clerk} />
    </div>
  );
};
