import type { Successor } from "@balie/contract/handovers";
import type { Dispatch } from "preact/hooks";
import { useState } from "preact/hooks";
import { useTexts } from "../../../platform/language.js";
import { useLoaded } from "../../../platform/loading.js";
import { Button } from "../../../ui/Button.js";
import { Dialog } from "../../../ui/Dialog.js";
import { Failure } from "../../../ui/Failure.js";
import { Spinner } from "../../../ui/Spinner.js";
import { TextArea } from "../../../ui/TextField.js";
import { uiTexts } from "../../../ui/texts.js";
import { chatShelf } from "../../call/stage/use-call.js";
import { linksIn } from "../../call/text/message.rules.js";
import type { ConsoleAction } from "../console.state.js";
import { noteShelf } from "../note-shelf.js";
import { withSentence } from "../outcome.rules.js";
import { askHandover, fetchSuccessors } from "./handover.api.js";
import { handoverTexts } from "./handover.texts.js";

interface AskHandoverProps {
  readonly meetingId: string;
  readonly dispatch: Dispatch<ConsoleAction>;
}

const mostCharacters = 1000;

export const AskHandover = (props: AskHandoverProps) => {
  const t = useTexts(handoverTexts);
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t("hand")}</Button>
      {isOpen && (
        <Dialog title={t("title")} onClose={close}>
          <p>{t("text")}</p>
          <Choices {...props} onAsked={close} />
          <div class="balie-actions">
            <Button onClick={close}>{t("close")}</Button>
          </div>
        </Dialog>
      )}
    </>
  );
};

/** What was noted in the call so far, also for a colleague who then did not take over; and the links of the chat, which the next clerk's page does not have. */
const noteSoFar = (meetingId: string): string =>
  linksIn(chatShelf(meetingId).read() ?? [])
    .map(({ url }) => url)
    .reduce(withSentence, noteShelf(meetingId).read() ?? "");

const Choices = ({ meetingId, dispatch, onAsked }: AskHandoverProps & { readonly onAsked: () => void }) => {
  const t = useTexts(handoverTexts);
  const u = useTexts(uiTexts);
  const { loading, reload } = useLoaded(meetingId, (signal) => fetchSuccessors(meetingId, signal));
  const [note, setNote] = useState(() => noteSoFar(meetingId));
  const [attempt, setAttempt] = useState(0);
  const over = note.length - mostCharacters;
  const [asking, setAsking] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const ask = (clerkId: string) => {
    setAttempt(attempt + 1);
    if (over > 0) return;
    noteShelf(meetingId).write(note);
    setAsking(clerkId);
    setError(null);
    askHandover(meetingId, clerkId, note)
      .then((handover) => {
        dispatch({ type: "handoverChanged", handover });
        onAsked();
      }, setError)
      .finally(() => setAsking(null));
  };
  if (loading.state === "loading") return <Spinner text={t("loading")} />;
  if (loading.state === "failed") return <Failure error={loading.error} onRetry={reload} />;
  const { successors } = loading.value;
  if (successors.length === 0) return <p>{t("nobody")}</p>;
  return (
    <>
      <TextArea
        id="handover-note"
        label={t("note")}
        hint={t("noteHint")}
        error={attempt > 0 && over > 0 ? u("charactersTooMany", { over }) : undefined}
        value={note}
        maxCharacters={mostCharacters}
        isOptional
        onInput={setNote}
      />
      {error !== null && <Failure error={error} />}
      <ul class="console-colleagues">
        {successors.map((successor) => (
          <Choice
            key={successor.clerkId}
            successor={successor}
            isBusy={asking === successor.clerkId}
            onAsk={() => ask(successor.clerkId)}
          />
        ))}
      </ul>
    </>
  );
};

interface ChoiceProps {
  readonly successor: Successor;
  readonly isBusy: boolean;
  readonly onAsk: () => void;
}

const Choice = ({ successor: { clerkId, name, isInMeeting, leadsAnother }, isBusy, onAsk }: ChoiceProps) => {
  const t = useTexts(handoverTexts);
  const about = t(leadsAnother ? "leadsAnother" : isInMeeting ? "isInMeeting" : "isAtConsole");
  if (leadsAnother)
    return (
      <li>
        <span>
          {name}: {about}
        </span>
      </li>
    );
  return (
    <li>
      <Button isBusy={isBusy} describedBy={`successor-${clerkId}`} onClick={onAsk}>
        {t("askOne", { name })}
      </Button>
      <span id={`successor-${clerkId}`}>{about}</span>
    </li>
  );
};
