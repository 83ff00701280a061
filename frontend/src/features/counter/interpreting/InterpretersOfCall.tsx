import type { InterpretingView } from "@balie/contract/interpreters";
import type { QueueEntry } from "@balie/contract/meetings";
import type { Dispatch } from "preact/hooks";
import { useState } from "preact/hooks";
import { useTexts } from "../../../platform/language.js";
import { Button } from "../../../ui/Button.js";
import type { ConsoleAction } from "../console.state.js";
import { AskInterpreter } from "./AskInterpreter.js";
import { holdPlace, titleId } from "./hold-place.js";
import { interpreterKey } from "./interpreter-key.rules.js";
import { interpretingTexts } from "./interpreting.texts.js";
import { isOpen, mayAskMore, requestsOf, shownRequests, waitingOf } from "./interpreting.view.js";
import { RequestPart } from "./RequestPart.js";
import type { KeysOfCall } from "./use-customer-code.js";
import { useInterpreterKey } from "./use-interpreter-key.js";
import { WaitingInterpreter } from "./WaitingInterpreter.js";

interface InterpretersOfCallProps {
  readonly entry: QueueEntry;
  readonly interpreting: InterpretingView;
  readonly keys: KeysOfCall;
  readonly dispatch: Dispatch<ConsoleAction>;
  /** The clerk began the meeting to phone one. */
  readonly asksAtOnce: boolean;
}

/** Interpreters for this call, by phone or by video: asked for, sought, in, and no more; for the clerk who leads it. */
export const InterpretersOfCall = ({ entry, interpreting, keys, dispatch, asksAtOnce }: InterpretersOfCallProps) => {
  const t = useTexts(interpretingTexts);
  const [isAsking, setAsking] = useState(asksAtOnce);
  const requests = requestsOf(interpreting, entry.meetingId);
  const mayAsk = mayAskMore(requests);
  const ask = () => mayAsk && setAsking(true);
  useInterpreterKey(ask);
  return (
    <section class="console-guests" aria-labelledby={titleId}>
      <h2 id={titleId} class="call-small-heading" tabIndex={-1}>
        {t("title")}
      </h2>
      {waitingOf(interpreting, entry.meetingId).map((waiting) => (
        <WaitingInterpreter key={waiting.id} {...{ waiting, mayAsk, dispatch }} />
      ))}
      {shownRequests(requests).map((request) => (
        <RequestPart key={request.id} {...{ request, keys, dispatch }} onOther={ask} />
      ))}
      {mayAsk && (
        <>
          <Button describedBy="interpreting-key" keyShortcut={interpreterKey} onClick={ask}>
            {t(requests.some(isOpen) ? "askSecond" : "ask")}
          </Button>
          <p id="interpreting-key" class="balie-small">
            {t("key", { key: interpreterKey })}
          </p>
        </>
      )}
      {isAsking && (
        <AskInterpreter
          meetingId={entry.meetingId}
          citizens={requests.length === 0 ? (entry.interpreter?.language ?? entry.language) : null}
          dispatch={dispatch}
          onClose={() => {
            setAsking(false);
            if (asksAtOnce) dispatch({ type: "callOpened", meetingId: entry.meetingId });
            holdPlace();
          }}
        />
      )}
    </section>
  );
};
