import type { InterpreterRequestView } from "@balie/contract/interpreters";
import { languageName } from "@balie/contract/locales/interpreted-languages";
import type { Dispatch } from "preact/hooks";
import { useLanguage, useTexts } from "../../../platform/language.js";
import { Failure } from "../../../ui/Failure.js";
import type { ConsoleAction } from "../console.state.js";
import { interpretingTexts } from "./interpreting.texts.js";
import { byMedium, currentCall, endedCall, missedCalls, waysOn } from "./interpreting.view.js";
import { MinutesIn, SecondsLeft } from "./Passing.js";
import { RequestButtons } from "./RequestButtons.js";
import { useAction } from "./use-action.js";
import { type KeysOfCall, useCustomerCode } from "./use-customer-code.js";

export interface RequestPartProps {
  readonly request: InterpreterRequestView;
  readonly keys: KeysOfCall;
  readonly dispatch: Dispatch<ConsoleAction>;
  /** To choose another language. */
  readonly onOther: () => void;
}

/** One search, step by step. Each step is read out once; seconds and minutes pass without a word. */
export const RequestPart = (props: RequestPartProps) => {
  const { request, keys, dispatch } = props;
  const t = useTexts(interpretingTexts);
  const { language: page } = useLanguage();
  const action = useAction(dispatch);
  useCustomerCode(request, keys);
  const missed = missedCalls(request);
  const call = currentCall(request);
  const id = `interpreting-${request.id}`;
  return (
    <section class="interpreting-request" aria-labelledby={id}>
      <h3 id={id}>{t("requestTitle", { language: languageName(request.language, page) })}</h3>
      <div role="status">
        <Step request={request} />
        {request.isSilenced && <p>{t("isSilenced", { name: call?.name ?? "" })}</p>}
      </div>
      {call?.state === "dialling" && <SecondsLeft call={call} />}
      {request.connectedAt && request.state === "connected" && <MinutesIn since={request.connectedAt} />}
      {request.state === "connected" && request.customerCode && (
        <p class="balie-small">{t("code", { code: request.customerCode })}</p>
      )}
      {missed.length > 0 && (
        <ul>
          {missed.map(({ id: callId, name, how }) => (
            <li key={callId}>{t(how, { name })}</li>
          ))}
        </ul>
      )}
      {action.error !== null && <Failure error={action.error} />}
      <RequestButtons {...props} action={action} />
    </section>
  );
};

const Step = ({ request }: { request: InterpreterRequestView }) => {
  const t = useTexts(interpretingTexts);
  const current = currentCall(request);
  const name = (current ?? endedCall(request))?.name ?? "";
  switch (request.state) {
    case "queued":
      return <p>{t("seeking")}</p>;
    case "dialling":
      return <p>{name ? t(current?.isAtDoor ? "atDoor" : byMedium(request, "ringing"), { name }) : t("seeking")}</p>;
    case "connected":
      return <p>{t(current?.isAway ? "isAway" : "isInterpreting", { name })}</p>;
    case "ended":
    case "withdrawn":
      return <p>{t("isOver", { name })}</p>;
    case "unanswered":
    case "failed":
      return <p>{t(request.medium === "video" && request.why === "all_tried" ? "nobodyCame" : waysOn(request).why)}</p>;
  }
};
