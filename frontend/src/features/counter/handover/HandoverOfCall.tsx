import type { HandoverView } from "@balie/contract/handovers";
import type { HandoversView } from "@balie/contract/meetings";
import type { Dispatch } from "preact/hooks";
import { useState } from "preact/hooks";
import { useTexts } from "../../../platform/language.js";
import { Button } from "../../../ui/Button.js";
import { Failure } from "../../../ui/Failure.js";
import { keepFocus } from "../../../ui/keep-focus.js";
import type { ConsoleAction } from "../console.state.js";
import { AskHandover } from "./AskHandover.js";
import { withdrawHandover } from "./handover.api.js";
import { handoverTexts } from "./handover.texts.js";
import { handoversOf } from "./handover.view.js";

export interface HandoverOfCallProps {
  readonly meetingId: string;
  readonly handovers: HandoversView;
  readonly dispatch: Dispatch<ConsoleAction>;
}

const sentences = {
  asked: "asked",
  accepted: "accepted",
  declined: "declined",
  lapsed: "lapsed",
  taken: "accepted",
  withdrawn: "declined",
} as const satisfies Record<HandoverView["state"], string>;

/** Whom the clerk who leads asked to take over, what came of it, and asking one more. */
export const HandoverOfCall = ({ meetingId, handovers, dispatch }: HandoverOfCallProps) => {
  const t = useTexts(handoverTexts);
  const questions = handoversOf(handovers, meetingId);
  const isGoing = questions.some(({ state }) => state === "accepted");
  return (
    <div class="console-guests">
      <div role="status">
        {questions.map(({ id, state, to: { name } }) => (
          <p key={id}>{t(sentences[state], { name })}</p>
        ))}
      </div>
      {questions
        .filter(({ state }) => state === "asked" || state === "accepted")
        .map((handover) => (
          <Withdrawal key={handover.id} handover={handover} dispatch={dispatch} />
        ))}
      {!isGoing && <AskHandover meetingId={meetingId} dispatch={dispatch} />}
    </div>
  );
};

const Withdrawal = ({ handover, dispatch }: { handover: HandoverView; dispatch: Dispatch<ConsoleAction> }) => {
  const t = useTexts(handoverTexts);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const go = () => {
    setBusy(true);
    setError(null);
    withdrawHandover(handover.id)
      .then((changed) => dispatch({ type: "handoverChanged", handover: changed }), setError)
      .finally(() => {
        setBusy(false);
        keepFocus();
      });
  };
  return (
    <>
      <Button isBusy={isBusy} onClick={go}>
        {t("withdraw", { name: handover.to.name })}
      </Button>
      {error !== null && <Failure error={error} />}
    </>
  );
};
