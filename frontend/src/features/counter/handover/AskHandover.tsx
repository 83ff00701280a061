import type { Successor } from "@balie/contract/handovers";
import type { Dispatch } from "preact/hooks";
import { useState } from "preact/hooks";
import { useTexts } from "../../../platform/language.js";
import { TextArea } from "../../../ui/TextField.js";
import { uiTexts } from "../../../ui/texts.js";
import { chatShelf } from "../../call/stage/use-call.js";
import { linksIn } from "../../call/text/message.rules.js";
import { AskClerk } from "../AskClerk.js";
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

export const AskHandover = ({ meetingId, dispatch }: AskHandoverProps) => {
  const t = useTexts(handoverTexts);
  const u = useTexts(uiTexts);
  const [note, setNote] = useState("");
  const [attempt, setAttempt] = useState(0);
  const over = note.length - mostCharacters;
  const begin = () => {
    setNote(noteSoFar(meetingId));
    setAttempt(0);
  };
  return (
    <AskClerk
      words={{
        open: t("hand"),
        title: t("title"),
        text: t("text"),
        loading: t("loading"),
        nobody: t("nobody"),
        askOne: (name) => t("askOne", { name }),
        close: t("close"),
      }}
      fetchChoices={async (signal) => (await fetchSuccessors(meetingId, signal)).successors}
      aboutOf={({ leadsAnother, isInMeeting }: Successor) =>
        t(leadsAnother ? "leadsAnother" : isInMeeting ? "isInMeeting" : "isAtConsole")
      }
      isFree={({ leadsAnother }) => !leadsAnother}
      onOpen={begin}
      mayAsk={() => {
        setAttempt(attempt + 1);
        return over <= 0;
      }}
      ask={(clerkId) => {
        noteShelf(meetingId).write(note);
        return askHandover(meetingId, clerkId, note);
      }}
      onAsked={(handover, sentAt) => dispatch({ type: "handoverChanged", handover, sentAt })}
    >
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
    </AskClerk>
  );
};

/** What was noted in the call so far, also for a colleague who then did not take over; and the links of the chat, which the next clerk's page does not have. */
const noteSoFar = (meetingId: string): string =>
  linksIn(chatShelf(meetingId).read() ?? [])
    .map(({ url }) => url)
    .reduce(withSentence, noteShelf(meetingId).read() ?? "");
