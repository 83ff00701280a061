import type { ClerkView } from "@balie/contract/clerks";
import type { QueueEntry, QueueView } from "@balie/contract/meetings";
import type { Dispatch } from "preact/hooks";
import { useEffect, useState } from "preact/hooks";
import { useTexts } from "../../platform/language.js";
import { Button } from "../../ui/Button.js";
import { Heading } from "../../ui/Heading.js";
import { Spinner } from "../../ui/Spinner.js";
import { refusalTexts } from "../../ui/texts.js";
import type { CallEnd } from "../call/call.js";
import type { LocalMediaHandle } from "../call/stage/use-local-media.js";
import { ClerkTalk } from "./ClerkTalk.js";
import type { ConsoleAction } from "./console.state.js";
import { consoleTexts } from "./console.texts.js";
import { endMeeting } from "./counter.api.js";
import { PhoneTalk } from "./PhoneTalk.js";

export interface ClerkCallProps {
  readonly clerk: ClerkView;
  readonly entry: QueueEntry;
  readonly queue: QueueView;
  readonly media: LocalMediaHandle;
  readonly dispatch: Dispatch<ConsoleAction>;
}

/** The clerk's side of one meeting: in the call, or why not any more. Its end leads to the outcome. */
export const ClerkCall = (props: ClerkCallProps) => {
  const { entry, media, dispatch } = props;
  const [end, setEnd] = useState<CallEnd | null>(null);
  const [attempt, setAttempt] = useState(0);
  const { isEnding, error, endForAll } = useEnding(entry.meetingId, dispatch);
  const isByPhone = entry.medium === "phone" && entry.status === "in_progress";
  useDevicesInCall(end === null && !isByPhone, media);
  const leave = () => dispatch({ type: "callLeft" });
  const onEnd = (why: CallEnd) => (why.why === "left" ? leave() : setEnd(why));
  const again = () => {
    setEnd(null);
    setAttempt(attempt + 1);
  };

  if (isByPhone) return <PhoneTalk {...props} {...{ onStepOut: leave, endForAll, isEnding, error }} />;
  if (!end) return <ClerkTalk key={attempt} {...props} {...{ onEnd, endForAll, isEnding, error }} />;
  if (isEnding) return <Spinner />;
  return <CallOver end={end} onAgain={again} onQueue={leave} />;
};

const useEnding = (meetingId: string, dispatch: Dispatch<ConsoleAction>) => {
  const [isEnding, setEnding] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const endForAll = () => {
    setEnding(true);
    setError(null);
    endMeeting(meetingId).then(
      (entry) => dispatch({ type: "entryChanged", entry }),
      (fault: unknown) => {
        setEnding(false);
        setError(fault);
      },
    );
  };
  return { isEnding, error, endForAll };
};

/** The camera's light burns during the call only. */
const useDevicesInCall = (isInCall: boolean, { start, stop }: LocalMediaHandle) =>
  useEffect(() => {
    if (isInCall) void start().catch(() => undefined);
    else stop();
    return stop;
  }, [isInCall, start, stop]);

interface CallOverProps {
  readonly end: CallEnd;
  readonly onAgain: () => void;
  readonly onQueue: () => void;
}

const CallOver = ({ end, onAgain, onQueue }: CallOverProps) => {
  const t = useTexts(consoleTexts);
  const refusal = useTexts(refusalTexts);
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
