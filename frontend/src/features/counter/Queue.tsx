import type { ClerkView } from "@balie/contract/clerks";
import type { QueueEntry, QueueView } from "@balie/contract/meetings";
import type { ComponentChildren } from "preact";
import type { Dispatch } from "preact/hooks";
import { useEffect, useRef, useState } from "preact/hooks";
import { useLocalised, useTexts } from "../../platform/language.js";
import { useNow } from "../../platform/now.js";
import { Failure } from "../../ui/Failure.js";
import { Heading } from "../../ui/Heading.js";
import { Notice } from "../../ui/Notice.js";
import { preloadCall } from "../call/jitsi/load-library.js";
import { beginAhead } from "../call/stage/begin-call.js";
import type { LocalMediaHandle } from "../call/stage/use-local-media.js";
import type { ConsoleAction, ConsoleState } from "./console.state.js";
import { consoleTexts } from "./console.texts.js";
import { admit, fetchClerkToken } from "./counter.api.js";
import { InProgressCard, ToFinishCard, UpcomingCard, WaitingCard } from "./QueueCards.js";
import { firstWaiting, sectionsOf } from "./queue.view.js";
import { isUnconfirmed } from "./reserving/reserving.rules.js";
import { UnconfirmedDialog } from "./reserving/UnconfirmedDialog.js";

interface QueueProps {
  readonly clerk: ClerkView;
  readonly state: ConsoleState;
  readonly queue: QueueView;
  readonly media: LocalMediaHandle;
  readonly dispatch: Dispatch<ConsoleAction>;
}

export const Queue = ({ clerk, state, queue, media, dispatch }: QueueProps) => {
  const t = useTexts(consoleTexts);
  const local = useLocalised();
  const now = useNow(15);
  const { admitting, error, start } = useAdmission(media, dispatch);
  const [unconfirmed, setUnconfirmed] = useState<QueueEntry | null>(null);
  const begin = (entry: QueueEntry, asksInterpreter: boolean) => {
    setUnconfirmed(null);
    start(entry, asksInterpreter);
  };
  // What a clerk has just pressed stays under their hand until the call is there.
  const { waiting, inProgress, toFinish, upcoming } = sectionsOf(useStill(queue, admitting !== null), clerk.id);
  const { timeZone, hasCalls } = clerk.municipality;
  // The call's code is fetched while nobody needs it: the first click on "admit" must not wait for it.
  useEffect(preloadCall, []);
  const counters = clerk.counters.map(({ name }) => local(name)).join(", ");
  const title = counters ? t("queueOf", { counters }) : t("queueOfNone");
  const open = (meetingId: string) => dispatch({ type: "callOpened", meetingId });
  return (
    <>
      <Heading of="queue" title={waiting.length > 0 ? t("titleWithCount", { count: waiting.length, title }) : title}>
        {title}
      </Heading>
      {!counters && (
        <Notice kind="warning">
          <p>{t("noCounters")}</p>
        </Notice>
      )}
      {!hasCalls && (
        <Notice kind="warning">
          <p>{t("noCalls")}</p>
        </Notice>
      )}
      {error !== null && <Failure error={error} />}
      {state.finishedName && (
        <Notice kind="ok" isAnnounced>
          <p>{t("saved", { name: state.finishedName })}</p>
        </Notice>
      )}
      <div class="console-queue">
        <Section name={t("waiting")} empty={t("waitingEmpty")} entries={waiting} isCounted>
          {(entry) => (
            <WaitingCard
              {...{ entry, clerk, now, dispatch }}
              isBusy={admitting === entry.meetingId}
              onAdmit={() => (isUnconfirmed(entry) ? setUnconfirmed(entry) : start(entry, false))}
            />
          )}
        </Section>
        <Section name={t("inProgress")} empty={t("inProgressEmpty")} entries={inProgress}>
          {(entry) => <InProgressCard {...{ entry, clerk, dispatch }} onOpen={() => open(entry.meetingId)} />}
        </Section>
        <Section name={t("toFinish")} empty={t("toFinishEmpty")} entries={toFinish}>
          {(entry) => (
            <ToFinishCard
              entry={entry}
              timeZone={timeZone}
              onFinish={() => dispatch({ type: "outcomeOpened", meetingId: entry.meetingId })}
            />
          )}
        </Section>
        <Section name={t("upcoming")} empty={t("upcomingEmpty")} entries={upcoming}>
          {(entry) => <UpcomingCard entry={entry} clerk={clerk} />}
        </Section>
      </div>
      {unconfirmed?.interpreter && (
        <UnconfirmedDialog
          name={unconfirmed.citizenName}
          interpreter={unconfirmed.interpreter}
          onBegin={(asksInterpreter) => begin(unconfirmed, asksInterpreter)}
          onClose={() => setUnconfirmed(null)}
        />
      )}
    </>
  );
};

/** Admits and goes to the call; camera and microphone open meanwhile. */
const useAdmission = (media: LocalMediaHandle, dispatch: Dispatch<ConsoleAction>) => {
  const [admitting, setAdmitting] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const start = (entry: QueueEntry, asksInterpreter: boolean) => {
    const arrival = firstWaiting(entry);
    if (!arrival || admitting) return;
    setAdmitting(entry.meetingId);
    setError(null);
    const admission = admit(entry.meetingId, arrival.id);
    // After the request: opening a camera holds the page up.
    void media.start().catch(() => undefined);
    admission.then(
      ({ entry: changed, callToken }) => {
        const fetchToken = () => fetchClerkToken(changed.meetingId);
        void beginAhead(changed.meetingId, { fetchToken, media: media.start }, callToken).then(() => {
          dispatch({ type: "admitted", entry: changed, asksInterpreter });
        });
      },
      (fault: unknown) => {
        media.stop();
        setAdmitting(null);
        setError(fault);
      },
    );
  };
  return { admitting, error, start };
};

/** As it was when it was last in motion. */
const useStill = (queue: QueueView, isStill: boolean): QueueView => {
  const shown = useRef(queue);
  if (!isStill) shown.current = queue;
  return shown.current;
};

interface SectionProps {
  readonly name: string;
  readonly empty: string;
  readonly entries: readonly QueueEntry[];
  readonly isCounted?: boolean;
  readonly children: (entry: QueueEntry) => ComponentChildren;
}

const Section = ({ name, empty, entries, isCounted, children }: SectionProps) => (
  <section class="console-section" aria-label={name}>
    <h2>
      {name} {isCounted && entries.length > 0 && <span class="console-count">{entries.length}</span>}
    </h2>
    {entries.length === 0 ? (
      <p class="balie-small">{empty}</p>
    ) : (
      <ul class="console-cards">
        {entries.map((entry) => (
          <li key={entry.meetingId}>{children(entry)}</li>
        ))}
      </ul>
    )}
  </section>
);
