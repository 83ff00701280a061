import { languageName } from "@balie/contract/locales/interpreted-languages";
import { useRef, useState } from "preact/hooks";
import { useLanguage, useTexts } from "../../../platform/language.js";
import { randomUuid } from "../../../platform/random.js";
import { Button } from "../../../ui/Button.js";
import { noteDown } from "../note-shelf.js";
import { useHeldPlace } from "./hold-place.js";
import { askInterpreter, callNext, silenceInterpreter, withdrawRequest } from "./interpreting.api.js";
import { interpretingTexts } from "./interpreting.texts.js";
import { byMedium, currentCall, endedCall, silenceWord, waysOn } from "./interpreting.view.js";
import type { RequestPartProps } from "./RequestPart.js";
import type { ActionHandle } from "./use-action.js";
import { pressCode } from "./use-customer-code.js";

type ButtonsProps = RequestPartProps & { readonly action: ActionHandle };

/** What can be done at this step. */
export const RequestButtons = (props: ButtonsProps) => {
  switch (props.request.state) {
    case "queued":
    case "dialling":
      return <Searching key="searching" {...props} />;
    case "connected":
      return <Connected key="connected" {...props} />;
    case "ended":
      return <Ended key="ended" {...props} />;
    case "unanswered":
    case "failed":
      return <Nobody key="nobody" {...props} />;
    case "withdrawn":
      return null;
  }
};

const Searching = ({ request, action }: ButtonsProps) => {
  const t = useTexts(interpretingTexts);
  const part = useHeldPlace();
  return (
    <div class="balie-actions" ref={part}>
      <Button isBusy={action.isBusy} onClick={() => action.go(() => withdrawRequest(request.id))}>
        {t("stop")}
      </Button>
      {request.state === "dialling" && (
        <Button isBusy={action.isBusy} onClick={() => action.go(() => callNext(request.id))}>
          {t(byMedium(request, "next"))}
        </Button>
      )}
    </div>
  );
};

const Connected = ({ request, keys, action }: ButtonsProps) => {
  const t = useTexts(interpretingTexts);
  const part = useHeldPlace();
  const { customerCode: code, isSilenced } = request;
  const name = currentCall(request)?.name ?? "";
  const word = silenceWord(request, keys.hasBridge);
  return (
    <div class="balie-actions" ref={part}>
      {word && (
        <Button isBusy={action.isBusy} onClick={() => action.go(() => silenceInterpreter(request.id, !isSilenced))}>
          {t(word, { name })}
        </Button>
      )}
      {code && <Button onClick={() => pressCode(keys, code)}>{t("codeAgain")}</Button>}
      <Button look="danger" isBusy={action.isBusy} onClick={() => action.go(() => withdrawRequest(request.id))}>
        {t(byMedium(request, "hangUp"), { name })}
      </Button>
    </div>
  );
};

/** The line may have dropped: the same person is one press away. */
const Ended = ({ request, action }: ButtonsProps) => {
  const t = useTexts(interpretingTexts);
  const part = useHeldPlace();
  const askAgain = useAskAgain({ request, action });
  const call = endedCall(request);
  return (
    <div class="balie-actions" ref={part}>
      {call && (
        <Button isBusy={action.isBusy} onClick={() => askAgain(call.id)}>
          {t(byMedium(request, "againPerson"), { name: call.name })}
        </Button>
      )}
    </div>
  );
};

const Nobody = ({ request, action, onOther }: ButtonsProps) => {
  const t = useTexts(interpretingTexts);
  const { language: page } = useLanguage();
  const part = useHeldPlace();
  const [isNoted, setNoted] = useState(false);
  const askAgain = useAskAgain({ request, action });
  const note = () => {
    noteDown(request.meetingId, t("note", { language: languageName(request.language, page) }));
    setNoted(true);
  };
  return (
    <>
      <div class="balie-actions" ref={part}>
        <Button isBusy={action.isBusy} onClick={() => askAgain(null)}>
          {t(byMedium(request, "again"))}
        </Button>
        {waysOn(request).hasOther && <Button onClick={onOther}>{t("otherLanguage")}</Button>}
        <Button onClick={note}>{t("later")}</Button>
      </div>
      <p role="status">{isNoted && t("noted")}</p>
    </>
  );
};

/** A second press asks the same once more: the first answer may have been lost. */
const useAskAgain = ({
  request: { meetingId, language, medium },
  action,
}: Pick<ButtonsProps, "request" | "action">) => {
  const requestId = useRef<string | null>(null);
  return (callAgain: string | null) => {
    requestId.current ??= randomUuid();
    const asked = { requestId: requestId.current, meetingId, language, medium, callAgain, letIn: null };
    action.go(() => askInterpreter(asked));
  };
};
