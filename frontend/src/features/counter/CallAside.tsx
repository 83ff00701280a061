import type { ClerkView } from "@balie/contract/clerks";
import type { QueueEntry } from "@balie/contract/meetings";
import type { Dispatch } from "preact/hooks";
import { useMemo } from "preact/hooks";
import { useLanguage, useLocalised, useTexts } from "../../platform/language.js";
import { formatTime } from "../../platform/time.js";
import { Facts } from "../../ui/Facts.js";
import { Notice } from "../../ui/Notice.js";
import { CounterDocuments } from "../call/documents/CounterDocuments.js";
import type { ConsoleAction } from "./console.state.js";
import { consoleTexts } from "./console.texts.js";
import { DeviceCheckNote } from "./DeviceCheckNote.js";
import { NodRequests } from "./NodRequests.js";
import { PhoneWish } from "./PhoneWish.js";
import { admitted } from "./queue.view.js";
import { RemovePerson } from "./RemovePerson.js";

interface CallAsideProps {
  readonly clerk: ClerkView;
  readonly entry: QueueEntry;
  readonly dispatch: Dispatch<ConsoleAction>;
}

/** Who this is and what it is about, beside the picture. */
export const CallAside = ({ clerk, entry, dispatch }: CallAsideProps) => {
  const t = useTexts(consoleTexts);
  const local = useLocalised();
  const { language } = useLanguage();
  const time = (at: string) => formatTime(at, language, clerk.municipality.timeZone);
  const languageName = useMemo(
    () => new Intl.DisplayNames([language], { type: "language" }).of(entry.language) ?? entry.language,
    [language, entry.language],
  );
  const person = admitted(entry);
  return (
    <section class="console-aside" aria-labelledby="details-title">
      <NodRequests entry={entry} dispatch={dispatch} />
      <PhoneWish entry={entry} dispatch={dispatch} />
      <h2 id="details-title" class="call-small-heading">
        {t("details")}
      </h2>
      <div role="status">
        {!person?.isConnected && entry.medium === "video" && (
          <Notice kind="info">
            <p>{t(person ? "citizenGone" : "citizenRemoved", { name: entry.citizenName })}</p>
          </Notice>
        )}
      </div>
      <Facts
        facts={[
          { name: t("service"), value: local(entry.serviceName) },
          { name: t("appointmentAt"), value: t("timeToTime", { from: time(entry.startsAt), to: time(entry.endsAt) }) },
          entry.question !== "" && {
            name: t("question"),
            value: <span class="console-question">{entry.question}</span>,
          },
          entry.concernsName !== null && { name: t("concerns"), value: entry.concernsName },
          { name: t("language"), value: languageName },
        ]}
      />
      <DeviceCheckNote entry={entry} />
      <CounterDocuments entry={entry} onChange={(changed) => dispatch({ type: "entryChanged", entry: changed })} />
      {person && <RemovePerson entry={entry} arrivalId={person.id} dispatch={dispatch} />}
    </section>
  );
};
