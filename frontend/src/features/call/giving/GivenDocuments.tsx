import type { GivenDocumentView } from "@balie/contract/documents";
import type { QueueEntry } from "@balie/contract/meetings";
import { useLanguage, useTexts } from "../../../platform/language.js";
import { type OnAnswer, useSending } from "../../../platform/sending.js";
import { Button, ButtonLink } from "../../../ui/Button.js";
import { Failure } from "../../../ui/Failure.js";
import { keepFocus } from "../../../ui/keep-focus.js";
import { documentAddress, withdrawDocument } from "../documents/documents.api.js";
import { documentTexts } from "../documents/documents.texts.js";
import { formatSize } from "../documents/file.rules.js";
import { givingTexts } from "./giving.texts.js";
import { openedLast } from "./opened-last.rules.js";

interface GivenDocumentsProps {
  readonly entry: QueueEntry;
  readonly onChange: OnAnswer<QueueEntry>;
}

/** What was given, and whether the citizen has it by now. */
export const GivenDocuments = ({ entry, onChange }: GivenDocumentsProps) => {
  const t = useTexts(givingTexts);
  const { isBusy, error, send } = useSending();
  const takeBack = (documentId: string) =>
    send(() => withdrawDocument(entry.meetingId, documentId).finally(keepFocus), onChange);
  const opened = openedLast(entry.givenDocuments);
  return (
    <>
      <p class="balie-only-heard" role="status">
        {opened?.name && t("openedNow", { name: opened.name })}
      </p>
      {entry.givenDocuments.length > 0 && (
        <ul class="giving-given">
          {entry.givenDocuments.map((document) => (
            <GivenLine
              key={document.id}
              document={document}
              meetingId={entry.meetingId}
              isBusy={isBusy}
              onTakeBack={entry.status === "in_progress" ? takeBack : null}
            />
          ))}
        </ul>
      )}
      {error !== null && <Failure error={error} />}
    </>
  );
};

interface GivenLineProps {
  readonly document: GivenDocumentView;
  readonly meetingId: string;
  readonly isBusy: boolean;
  /** null after the call: nobody can fetch it any more. */
  readonly onTakeBack: ((documentId: string) => void) | null;
}

const GivenLine = ({ document, meetingId, isBusy, onTakeBack }: GivenLineProps) => {
  const t = useTexts(givingTexts);
  const say = useTexts(documentTexts);
  const { language } = useLanguage();
  const { id, state, name, sizeBytes, openedAt } = document;
  if (name === null)
    return (
      <li>
        {say("forgottenName")}: {say("stateForgotten")}
      </li>
    );
  const isOpened = openedAt !== null;
  if (state === "withdrawn")
    return (
      <li>
        {name}: <strong>{t(isOpened ? "stateBackTooLate" : "stateBack")}</strong>
      </li>
    );
  return (
    <li>
      {name}: <strong>{t(isOpened ? "stateOpened" : "stateGiven")}</strong>
      <div class="giving-ways">
        {onTakeBack && (
          <Button isBusy={isBusy} onClick={() => onTakeBack(id)}>
            <span aria-hidden="true">{t("takeBack")}</span>
            <span class="balie-only-heard">{t("takeBackOf", { name })}</span>
          </Button>
        )}
        <ButtonLink href={documentAddress(meetingId, id)} look="subtle" isDownload>
          {say("download", { name, size: formatSize(sizeBytes ?? 0, language) })}
        </ButtonLink>
      </div>
    </li>
  );
};
