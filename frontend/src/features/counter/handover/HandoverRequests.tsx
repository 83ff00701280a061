import type { HandoverView } from "@balie/contract/handovers";
import type { Dispatch } from "preact/hooks";
import { useLocalised, useTexts } from "../../../platform/language.js";
import { useSending } from "../../../platform/sending.js";
import { Button } from "../../../ui/Button.js";
import { Failure } from "../../../ui/Failure.js";
import { keepFocus } from "../../../ui/keep-focus.js";
import { Notice } from "../../../ui/Notice.js";
import { type ConsoleAction, type ConsoleState, requestOf } from "../console.state.js";
import { answerHandover } from "./handover.api.js";
import { handoverTexts } from "./handover.texts.js";
import { openHandovers } from "./handover.view.js";

export interface HandoverRequestsProps {
  readonly state: ConsoleState;
  readonly dispatch: Dispatch<ConsoleAction>;
}

/** On top of everything a clerk does: who asks them to take over a call, and which one they are about to lead. */
export const HandoverRequests = ({ state, dispatch }: HandoverRequestsProps) => (
  <>
    {openHandovers(state.handovers).map((handover) => (
      <Request key={handover.id} handover={handover} obstacle={obstacleTo(state, handover)} dispatch={dispatch} />
    ))}
  </>
);

type Obstacle = "requestBusy" | "requestInCompany" | "requestAtOutcome" | null;

/** What taking over would cost, or what has to come first. */
const obstacleTo = (state: ConsoleState, { meetingId }: HandoverView): Obstacle => {
  const { view } = state;
  if (view.kind === "call") return "requestBusy";
  if (view.kind === "outcome") return "requestAtOutcome";
  const isElsewhere = view.kind === "company" && requestOf(state, view.requestId)?.meetingId !== meetingId;
  return isElsewhere ? "requestInCompany" : null;
};

interface RequestProps {
  readonly handover: HandoverView;
  readonly obstacle: Obstacle;
  readonly dispatch: Dispatch<ConsoleAction>;
}

const Request = ({
  handover: { id, state, from, citizenName, serviceName, note },
  obstacle,
  dispatch,
}: RequestProps) => {
  const t = useTexts(handoverTexts);
  const local = useLocalised();
  const { isBusy, error, send } = useSending();
  const decide = (accepts: boolean) =>
    send(
      () => answerHandover(id, accepts).finally(keepFocus),
      (handover, sentAt) => dispatch({ type: "handoverChanged", handover, sentAt }),
    );
  const isTelling = state === "accepted";
  const mayTake = obstacle === null || obstacle === "requestInCompany";
  return (
    <Notice kind="warning">
      <h2 class="call-small-heading">{t("requestTitle")}</h2>
      {isTelling ? (
        <p>{t("telling", { citizen: citizenName })}</p>
      ) : (
        <p>
          {t("requestText", { name: from.name, citizen: citizenName, service: local(serviceName) })}{" "}
          {obstacle && t(obstacle)}
        </p>
      )}
      {note !== "" && (
        <p>
          {t("noteOf", { name: from.name })} <span class="console-question">{note}</span>
        </p>
      )}
      {error !== null && <Failure error={error} />}
      <div class="balie-actions">
        {!isTelling && mayTake && (
          <Button look="primary" isBusy={isBusy} onClick={() => decide(true)}>
            {t("take")}
          </Button>
        )}
        <Button isBusy={isBusy} onClick={() => decide(false)}>
          {t(isTelling ? "notAfterAll" : "decline")}
        </Button>
      </div>
    </Notice>
  );
};
