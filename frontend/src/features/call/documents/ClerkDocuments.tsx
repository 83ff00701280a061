import "./documents.css";
import type { QueueEntry } from "@balie/contract/meetings";
import { useRef, useState } from "preact/hooks";
import { useTexts } from "../../../platform/language.js";
import { useMunicipality } from "../../../platform/municipality.js";
import { type OnAnswer, useSending } from "../../../platform/sending.js";
import { Button } from "../../../ui/Button.js";
import { Failure } from "../../../ui/Failure.js";
import { keepFocus } from "../../../ui/keep-focus.js";
import { AskDialog } from "./AskDialog.js";
import { DocumentLine } from "./DocumentLine.js";
import { inOrderOfAnswers } from "./document-news.rules.js";
import { withdrawDocument } from "./documents.api.js";
import { documentTexts } from "./documents.texts.js";

export interface ClerkDocumentsProps {
  readonly entry: QueueEntry;
  readonly onChange: OnAnswer<QueueEntry>;
}

/** The clerk asks for documents during the call, and saves what came, also just after it. */
export const ClerkDocuments = ({ entry, onChange }: ClerkDocumentsProps) => {
  const t = useTexts(documentTexts);
  const municipality = useMunicipality();
  const [isAsking, setAsking] = useState(false);
  const { isBusy, error, send } = useSending();
  const { documents } = entry;
  const heard = useRef<readonly string[]>([]);
  heard.current = inOrderOfAnswers(heard.current, documents);
  const news = documents.find(({ id }) => id === heard.current.at(-1));
  return (
    <section class="documents" aria-labelledby="documents-title">
      <h2 id="documents-title" class="call-small-heading">
        {t("title")}
      </h2>
      <p class="balie-only-heard" role="status">
        {news && t(news.state === "sent" ? "received" : "refused", { what: news.what })}
      </p>
      {documents.length > 0 && (
        <ul class="document-list">
          {documents.map((document) => (
            <DocumentLine
              key={document.id}
              document={document}
              meetingId={entry.meetingId}
              isBusy={isBusy}
              onWithdraw={() => send(() => withdrawDocument(entry.meetingId, document.id).finally(keepFocus), onChange)}
            />
          ))}
        </ul>
      )}
      {error !== null && <Failure error={error} />}
      {documents.some(({ state }) => state === "sent") && municipality.state === "loaded" && (
        <p class="balie-small">{t("care", { days: municipality.value.documentDays })}</p>
      )}
      {entry.status === "in_progress" && <Button onClick={() => setAsking(true)}>{t("ask")}</Button>}
      {isAsking && (
        <AskDialog
          entry={entry}
          onAsked={(changed, sentAt) => {
            setAsking(false);
            onChange(changed, sentAt);
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </section>
  );
};
