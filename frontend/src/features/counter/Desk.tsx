import { useEffect, useReducer, useState } from "preact/hooks";
import { useTexts } from "../../platform/language.js";
import { Notice } from "../../ui/Notice.js";
import { Spinner } from "../../ui/Spinner.js";
import { useLocalMedia } from "../call/stage/use-local-media.js";
import { AppointmentsAhead } from "./AppointmentsAhead.js";
import { ClerkCall } from "./ClerkCall.js";
import { ColleagueCall } from "./company/ColleagueCall.js";
import { ColleagueRequests } from "./company/ColleagueRequests.js";
import { afterConsoleAction, entryOf, newConsole, requestOf } from "./console.state.js";
import { consoleTexts } from "./console.texts.js";
import { DeskBar } from "./DeskBar.js";
import { forgetOthers } from "./forget-call.js";
import { HandedOverSlot, HandoverRequestsSlot } from "./handover/handover-slots.js";
import { OutcomeForm } from "./OutcomeForm.js";
import { Queue } from "./Queue.js";
import { withLed } from "./queue.view.js";
import { InterpretersAhead } from "./reserving/InterpretersAhead.js";
import { SessionNotice } from "./SessionNotice.js";
import type { SignedInClerk } from "./SignedIn.js";
import { soundShelf, useArrivalSound, useQueue } from "./use-queue.js";
import { useSession } from "./use-session.js";

/** Everything a signed-in clerk does: the queue, a call, its outcome. */
export const Desk = ({ clerk, onLeave, onOther }: SignedInClerk) => {
  const t = useTexts(consoleTexts);
  const [state, dispatch] = useReducer(afterConsoleAction, newConsole);
  const [isSoundOn, setSoundOn] = useState(soundShelf.read() === true);
  const media = useLocalMedia();
  const session = useSession({
    ...{ clerk, isIdle: state.view.kind === "queue" },
    ...{ onLeave: () => onLeave("expired"), onOther },
  });
  useQueue(dispatch, session.round);
  useArrivalSound(state, isSoundOn);
  useEffect(() => forgetOthers(clerk.id), [clerk.id]);
  const { queue, view, company, interpreting, handovers } = state;
  const entry = view.kind === "call" || view.kind === "outcome" ? entryOf(state, view.meetingId) : undefined;
  const request = view.kind === "company" ? requestOf(state, view.requestId) : undefined;
  const sound = {
    isOn: isSoundOn,
    set: (isOn: boolean) => {
      soundShelf.write(isOn);
      setSoundOn(isOn);
    },
  };

  return (
    <>
      <div role="status">
        {!state.isLive && (
          <Notice kind="warning">
            <p>
              {t("notLive")} {(view.kind === "call" || view.kind === "company") && t("notLiveInCall")}
            </p>
          </Notice>
        )}
      </div>
      <SessionNotice session={session} />
      <p class="balie-only-heard" role="status">
        {state.arrived.map(({ citizenName }) => t("arrivedNow", { name: citizenName })).join(" ")}
      </p>
      <HandoverRequestsSlot state={state} dispatch={dispatch} />
      <ColleagueRequests state={state} dispatch={dispatch} />
      {request ? (
        <ColleagueCall key={request.id} {...{ request, media, dispatch }} />
      ) : queue && view.kind === "call" && entry ? (
        <ClerkCall
          key={view.meetingId}
          {...{ clerk, entry, queue, company, interpreting, handovers, media, dispatch }}
          asksInterpreter={view.asksInterpreter}
        />
      ) : queue && view.kind === "outcome" && entry ? (
        <OutcomeForm key={view.meetingId} entry={entry} timeZone={clerk.municipality.timeZone} dispatch={dispatch} />
      ) : view.kind === "handedOver" ? (
        <HandedOverSlot {...view} onQueue={() => dispatch({ type: "callLeft" })} />
      ) : (
        <>
          {queue ? (
            <Queue {...{ clerk, state, media, dispatch }} queue={withLed(queue, handovers.led)} />
          ) : (
            <Spinner text={t("loading")} />
          )}
          <AppointmentsAhead clerk={clerk} />
          <InterpretersAhead queue={queue} timeZone={clerk.municipality.timeZone} />
          <DeskBar clerk={clerk} sound={sound} onSignedOut={() => onLeave("chosen")} />
        </>
      )}
    </>
  );
};
