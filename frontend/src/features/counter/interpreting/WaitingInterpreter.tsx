import type { WaitingInterpreter as Waiting } from "@balie/contract/interpreters";
import { languageName } from "@balie/contract/locales/interpreted-languages";
import type { Dispatch } from "preact/hooks";
import { useRef } from "preact/hooks";
import { useLanguage, useTexts } from "../../../platform/language.js";
import { randomUuid } from "../../../platform/random.js";
import { Button } from "../../../ui/Button.js";
import { Failure } from "../../../ui/Failure.js";
import type { ConsoleAction } from "../console.state.js";
import { useHeldPlace } from "./hold-place.js";
import { askInterpreter } from "./interpreting.api.js";
import { interpretingTexts } from "./interpreting.texts.js";
import { useAction } from "./use-action.js";

interface WaitingInterpreterProps {
  readonly waiting: Waiting;
  /** There is a place for one more. */
  readonly mayAsk: boolean;
  readonly dispatch: Dispatch<ConsoleAction>;
}

/** An interpreter who came by their own link, and whom nobody has let in. */
export const WaitingInterpreter = ({ waiting, mayAsk, dispatch }: WaitingInterpreterProps) => {
  const t = useTexts(interpretingTexts);
  const { language: page } = useLanguage();
  const { isBusy, error, go } = useAction(dispatch);
  const part = useHeldPlace();
  const requestId = useRef(randomUuid());
  const { id: letIn, meetingId, language, name } = waiting;
  const asked = { requestId: requestId.current, meetingId, language, medium: "video" as const, callAgain: null, letIn };
  return (
    <div ref={part}>
      <p role="status">{t("waits", { name, language: languageName(language, page) })}</p>
      {error !== null && <Failure error={error} />}
      {mayAsk && (
        <div class="balie-actions">
          <Button isBusy={isBusy} onClick={() => go(() => askInterpreter(asked))}>
            {t("letIn", { name })}
          </Button>
        </div>
      )}
    </div>
  );
};
