import type { QueueEntry } from "@balie/contract/meetings";
import type { OutcomeResult } from "@balie/contract/outcomes";
import type { Dispatch } from "preact/hooks";
import { useTexts } from "../../platform/language.js";
import type { OnAnswer } from "../../platform/sending.js";
import { Button } from "../../ui/Button.js";
import { ErrorSummary } from "../../ui/ErrorSummary.js";
import { Failure } from "../../ui/Failure.js";
import { Heading } from "../../ui/Heading.js";
import { RadioGroup } from "../../ui/RadioGroup.js";
import { TextArea, TextField } from "../../ui/TextField.js";
import { CounterDocuments } from "../call/documents/CounterDocuments.js";
import { CounterGiving } from "../call/giving/CounterGiving.js";
import { ChatLinks } from "../call/text/ChatLinks.js";
import type { ConsoleAction } from "./console.state.js";
import { consoleTexts } from "./console.texts.js";
import { PastHandoversSlot } from "./handover/handover-slots.js";
import { NoMailNote } from "./NoMailNote.js";
import { useOutcome } from "./use-outcome.js";

interface OutcomeFormProps {
  readonly entry: QueueEntry;
  readonly timeZone: string;
  readonly dispatch: Dispatch<ConsoleAction>;
}

/** Closes a meeting: how it went, for the office, and what the citizen gets by mail. */
export const OutcomeForm = ({ entry, timeZone, dispatch }: OutcomeFormProps) => {
  const t = useTexts(consoleTexts);
  const { meetingId, citizenName: name } = entry;
  const onChange: OnAnswer<QueueEntry> = (changed, sentAt) =>
    dispatch({ type: "entryChanged", entry: changed, sentAt });
  const form = useOutcome(entry, () => dispatch({ type: "outcomeSaved", meetingId, name }));
  const { values, faults, set } = form;
  const errors = (["result", "ticked", "links"] as const).flatMap((id) =>
    faults[id] ? [{ id, text: faults[id] }] : [],
  );
  return (
    <form
      class="console-outcome"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        form.submit();
      }}
    >
      <Heading of="outcome">{t("outcomeTitle", { name })}</Heading>
      <p>{t(entry.numberWithoutMail === null ? "outcomeIntro" : "outcomeIntroNoMail", { name })}</p>
      <NoMailNote {...entry} />
      <PastHandoversSlot handovers={entry.handovers} timeZone={timeZone} />
      {form.attempt > 0 && <ErrorSummary errors={errors} attempt={form.attempt} />}
      {form.error !== null && <Failure error={form.error} />}
      {entry.documents.length > 0 && <CounterDocuments {...{ entry, onChange }} />}
      {entry.givenDocuments.length > 0 && <CounterGiving {...{ entry, onChange }} />}
      <RadioGroup<OutcomeResult>
        id="result"
        label={t("outcomeResult")}
        value={values.result}
        error={faults.result}
        choices={[
          { value: "helped", label: t("resultHelped"), note: t("resultHelpedNote") },
          { value: "follow_up", label: t("resultFollowUp"), note: t("resultFollowUpNote") },
          { value: "documents_missing", label: t("resultDocumentsMissing"), note: t("resultDocumentsMissingNote") },
        ]}
        onChange={(result) => set({ result })}
      />
      <TextField
        id="product"
        label={t("product")}
        value={values.product}
        maxLength={120}
        isOptional
        onInput={(product) => set({ product })}
      />
      <TextArea
        id="note"
        label={t("note")}
        hint={t("noteHint")}
        value={values.note}
        maxCharacters={2000}
        isOptional
        onInput={(note) => set({ note })}
      />
      {entry.numberWithoutMail === null && <MailFields {...form} />}
      <div class="balie-actions">
        <Button look="primary" type="submit" isBusy={form.isBusy}>
          {t("save")}
        </Button>
        <Button onClick={() => dispatch({ type: "outcomePostponed" })}>{t("later")}</Button>
      </div>
    </form>
  );
};

/** What the citizen gets by mail. */
const MailFields = ({ values, faults, offered, set }: ReturnType<typeof useOutcome>) => {
  const t = useTexts(consoleTexts);
  return (
    <>
      <TextArea
        id="message"
        label={t("message")}
        hint={t("messageHint")}
        value={values.message}
        maxCharacters={2000}
        isOptional
        onInput={(message) => set({ message })}
      />
      <ChatLinks
        id="ticked"
        offered={offered}
        ticked={values.ticked}
        error={faults.ticked}
        onChange={(ticked) => set({ ticked })}
      />
      <TextArea
        id="links"
        label={t("links")}
        hint={t("linksHint")}
        value={values.links}
        error={faults.links}
        maxCharacters={4000}
        isOptional
        onInput={(links) => set({ links })}
      />
    </>
  );
};
