import type { HandoverView } from "@balie/contract/handovers";
import type { HandoversView } from "@balie/contract/meetings";
import type { Dispatch } from "preact/hooks";
import { useTexts } from "../../../platform/language.js";
import { keepFocus } from "../../../ui/keep-focus.js";
import type { ConsoleAction } from "../console.state.js";
import { SendButton } from "../SendButton.js";
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
        .map(({ id, to: { name } }) => (
          <SendButton
            key={id}
            act={() => withdrawHandover(id).finally(keepFocus)}
            onDone={(handover, sentAt) => dispatch({ type: "handoverChanged", handover, sentAt })}
          >
            {t("withdraw", { name })}
          </SendButton>
        ))}
      {!isGoing && <AskHandover meetingId={meetingId} dispatch={dispatch} />}
    </div>
  );
};
