import { useTexts } from "../../platform/language.js";
import { Button } from "../../ui/Button.js";
import { useRefusalText } from "../../ui/Failure.js";
import { Heading } from "../../ui/Heading.js";
import type { CallEnd } from "../call/call.js";
import { consoleTexts } from "./console.texts.js";

interface CallOverProps {
  readonly end: CallEnd;
  readonly onAgain: () => void;
  readonly onQueue: () => void;
}

/** Why a clerk is not in a call any more, and the way back. */
export const CallOver = ({ end, onAgain, onQueue }: CallOverProps) => {
  const t = useTexts(consoleTexts);
  const refusal = useRefusalText();
  const isReplaced = end.why === "replaced";
  return (
    <>
      <Heading of={`call-${end.why}`}>{t(isReplaced ? "callReplacedTitle" : "callLostTitle")}</Heading>
      <p>
        {end.why === "refused" && end.code ? refusal(end.code) : t(isReplaced ? "callReplacedText" : "callLostText")}
      </p>
      <div class="balie-actions">
        <Button look="primary" onClick={onAgain}>
          {t(isReplaced ? "callTakeOver" : "callReturn")}
        </Button>
        <Button onClick={onQueue}>{t("toQueue")}</Button>
      </div>
    </>
  );
};
