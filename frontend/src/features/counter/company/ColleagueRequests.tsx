import type { ColleagueRequest } from "@balie/contract/company";
import type { Dispatch } from "preact/hooks";
import { useLocalised, useTexts } from "../../../platform/language.js";
import { useSending } from "../../../platform/sending.js";
import { Button } from "../../../ui/Button.js";
import { Failure } from "../../../ui/Failure.js";
import { keepFocus } from "../../../ui/keep-focus.js";
import { Notice } from "../../../ui/Notice.js";
import type { ConsoleAction, ConsoleState, ConsoleView } from "../console.state.js";
import { answer } from "./company.api.js";
import { companyTexts } from "./company.texts.js";
import { belonging, unanswered } from "./company.view.js";

interface ColleagueRequestsProps {
  readonly state: Pick<ConsoleState, "company" | "view" | "isCompanyOver">;
  readonly dispatch: Dispatch<ConsoleAction>;
}

/** On top of everything a clerk does: who asks them into a call, and the way back to where they belong. */
export const ColleagueRequests = ({ state: { company, view, isCompanyOver }, dispatch }: ColleagueRequestsProps) => {
  const t = useTexts(companyTexts);
  const elsewhere = belonging(company).filter(({ id }) => view.kind !== "company" || view.requestId !== id);
  return (
    <>
      <div role="status">
        {isCompanyOver && view.kind === "queue" && (
          <Notice kind="info">
            <p>{t("over")}</p>
          </Notice>
        )}
        {unanswered(company).map((request) => (
          <Request key={request.id} request={request} during={view.kind} dispatch={dispatch} />
        ))}
      </div>
      {elsewhere.map(({ id, leader: { name } }) => (
        <Notice key={id} kind="info">
          <p>{t("belong", { name })}</p>
          {view.kind !== "outcome" && (
            <Button onClick={() => dispatch({ type: "companyOpened", requestId: id })}>{t("back", { name })}</Button>
          )}
        </Notice>
      ))}
    </>
  );
};

interface RequestProps {
  readonly request: ColleagueRequest;
  readonly during: ConsoleView["kind"];
  readonly dispatch: Dispatch<ConsoleAction>;
}

/** What coming would cost. An outcome that is being typed would be lost: that comes first. */
const busy = {
  queue: null,
  call: "requestBusy",
  company: "requestInCompany",
  outcome: "requestAtOutcome",
  handedOver: null,
} as const satisfies Record<ConsoleView["kind"], string | null>;

const Request = ({ request: { id, leader, serviceName }, during, dispatch }: RequestProps) => {
  const t = useTexts(companyTexts);
  const local = useLocalised();
  const { isBusy, error, send } = useSending();
  const decide = (accepts: boolean) =>
    send(
      () => answer(id, accepts),
      (request, sentAt) => {
        dispatch({ type: "requestChanged", request, sentAt });
        if (accepts) dispatch({ type: "companyOpened", requestId: id });
        keepFocus();
      },
    );
  return (
    <Notice kind="warning">
      <h2 class="call-small-heading">{t("requestTitle")}</h2>
      <p>
        {t("requestText", { name: leader.name, counter: local(leader.counterName), service: local(serviceName) })}{" "}
        {busy[during] && t(busy[during])}
      </p>
      {error !== null && <Failure error={error} />}
      <div class="balie-actions">
        {during !== "outcome" && (
          <Button isBusy={isBusy} onClick={() => decide(true)}>
            {t("accept")}
          </Button>
        )}
        <Button isBusy={isBusy} onClick={() => decide(false)}>
          {t("decline")}
        </Button>
      </div>
    </Notice>
  );
};
