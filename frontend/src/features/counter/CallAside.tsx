import type { ClerkView } from "@balie/contract/clerks";
import type { CompanyView } from "@balie/contract/company";
import type { HandoversView, QueueArrival, QueueEntry } from "@balie/contract/meetings";
import type { ComponentChildren } from "preact";
import type { Dispatch } from "preact/hooks";
import { useMemo } from "preact/hooks";
import { useLanguage, useLocalised, useTexts } from "../../platform/language.js";
import type { OnAnswer } from "../../platform/sending.js";
import { formatTime } from "../../platform/time.js";
import { Facts } from "../../ui/Facts.js";
import { Notice } from "../../ui/Notice.js";
import { CounterDocuments } from "../call/documents/CounterDocuments.js";
import { CounterGiving } from "../call/giving/CounterGiving.js";
import { GuestsOfCall } from "./company/GuestsOfCall.js";
import type { ConsoleAction } from "./console.state.js";
import { consoleTexts } from "./console.texts.js";
import { remove } from "./counter.api.js";
import { DeviceCheckNote } from "./DeviceCheckNote.js";
import { Helpers } from "./Helpers.js";
import { HandoverSlot, PastHandoversSlot } from "./handover/handover-slots.js";
import { NodRequests } from "./NodRequests.js";
import { PhoneWish } from "./PhoneWish.js";
import { admitted, isInRoom } from "./queue.view.js";
import { RemovePerson } from "./RemovePerson.js";
import { NeededNote } from "./reserving/NeededNote.js";

interface CallAsideProps {
  readonly clerk: ClerkView;
  readonly entry: QueueEntry;
  readonly company: CompanyView;
  readonly handovers: HandoversView;
  /** The first picture is not on its way any more. */
  readonly isCalm?: boolean;
  readonly dispatch: Dispatch<ConsoleAction>;
  /** Writes in the chat of the call; left out while the meeting goes on by telephone. */
  readonly say?: (text: string) => void;
  /** Whom the clerk phones in: each step must be seen without looking for it. */
  readonly children?: ComponentChildren;
}

/** Who this is and what it is about, beside the picture. */
export const CallAside = ({
  clerk,
  entry,
  company,
  handovers,
  isCalm = true,
  dispatch,
  say,
  children,
}: CallAsideProps) => {
  const t = useTexts(consoleTexts);
  const local = useLocalised();
  const { language } = useLanguage();
  const time = (at: string) => formatTime(at, language, clerk.municipality.timeZone);
  const languageName = useMemo(
    () => new Intl.DisplayNames([language], { type: "language" }).of(entry.language) ?? entry.language,
    [language, entry.language],
  );
  const person = admitted(entry);
  const isCaller = person?.isByPhone === true;
  const onChange: OnAnswer<QueueEntry> = (changed, sentAt) =>
    dispatch({ type: "entryChanged", entry: changed, sentAt });
  return (
    <section class="console-aside" aria-labelledby="details-title">
      <NodRequests entry={entry} dispatch={dispatch} />
      <Helpers entry={entry} timeZone={clerk.municipality.timeZone} dispatch={dispatch} />
      <PhoneWish entry={entry} dispatch={dispatch} />
      {children}
      <h2 id="details-title" class="call-small-heading">
        {t("details")}
      </h2>
      <div role="status">
        {isMissing(person) && isInRoom(entry) && (
          <Notice kind="info">
            <p>{t(whyMissing(person), { name: entry.citizenName })}</p>
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
          isCaller && { name: t("byPhone"), value: t("byPhoneMeans") },
        ]}
      />
      <PastHandoversSlot handovers={entry.handovers} timeZone={clerk.municipality.timeZone} />
      <NeededNote interpreter={entry.interpreter} />
      <DeviceCheckNote entry={entry} />
      {isCalm && !isCaller && <CounterDocuments entry={entry} onChange={onChange} />}
      {say && isCalm && !isCaller && <CounterGiving {...{ entry, onChange, say }} />}
      {isInRoom(entry) && <GuestsOfCall {...{ entry, company, dispatch }} />}
      {isCalm && <HandoverSlot meetingId={entry.meetingId} {...{ handovers, dispatch }} />}
      {person && (
        <RemovePerson
          name={entry.citizenName}
          text={t("removeText", { name: entry.citizenName })}
          remove={() => remove(entry.meetingId, person.id)}
          dispatch={dispatch}
        />
      )}
    </section>
  );
};

/** A caller is there once their telephone is in the room. */
const isMissing = (person: QueueArrival | undefined): boolean =>
  person?.isByPhone ? !person.isInCall : !person?.isConnected;

const whyMissing = (person: QueueArrival | undefined) => {
  if (!person) return "citizenRemoved";
  if (!person.isByPhone) return "citizenGone";
  return person.isExpected || person.isConnected ? "callerComing" : "callerGone";
};
