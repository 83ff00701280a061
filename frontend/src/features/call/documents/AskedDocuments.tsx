import "./documents.css";
import type { AskedDocument } from "@balie/contract/documents";
import { useState } from "preact/hooks";
import { useTexts } from "../../../platform/language.js";
import type { OwnMedia } from "../stage/use-local-media.js";
import { AnswerDocument } from "./AnswerDocument.js";
import { AnsweredDocument } from "./AnsweredDocument.js";
import { documentTexts } from "./documents.texts.js";

export interface AskedDocumentsProps {
  readonly arrivalId: string;
  readonly documents: readonly AskedDocument[];
  readonly own: OwnMedia;
}

/** What the clerk asks of the citizen in the call, and what became of it. */
export const AskedDocuments = ({ arrivalId, documents, own }: AskedDocumentsProps) => {
  const t = useTexts(documentTexts);
  const withdrawn = useWithdrawn(documents);
  const newest = documents.findLast(({ state }) => state === "asked");
  return (
    <section class="documents" aria-label={t("title")}>
      <p class="balie-only-heard" role="status">
        {newest && `${t("asked")}: ${newest.what}`}
      </p>
      {documents.map((document) =>
        document.state === "asked" ? (
          <AnswerDocument key={document.id} {...{ arrivalId, document, own }} />
        ) : (
          <AnsweredDocument key={`${document.id} answered`} isSent={document.state === "sent"}>
            {t(document.state === "sent" ? "sent" : "declined", { what: document.what })}
          </AnsweredDocument>
        ),
      )}
      {withdrawn.map(({ id, what }) => (
        <AnsweredDocument key={id}>{t("withdrawn", { what })}</AnsweredDocument>
      ))}
    </section>
  );
};

/** Those that were asked for a moment ago and are not any more: whoever was busy with one must hear why it is gone. */
const useWithdrawn = (documents: readonly AskedDocument[]): readonly AskedDocument[] => {
  const [known, setKnown] = useState(documents);
  const gone = known.filter(({ id }) => !documents.some((document) => document.id === id));
  const isNew = documents.some((document) => !known.includes(document));
  if (isNew) setKnown([...gone, ...documents]);
  return gone;
};
