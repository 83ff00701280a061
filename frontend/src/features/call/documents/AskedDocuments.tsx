import "./documents.css";
import type { AskedDocument } from "@balie/contract/documents";
import { useTexts } from "../../../platform/language.js";
import type { OwnMedia } from "../stage/use-local-media.js";
import { AnswerDocument } from "./AnswerDocument.js";
import { AnsweredDocument } from "./AnsweredDocument.js";
import { documentTexts } from "./documents.texts.js";
import { useGone } from "./use-gone.js";

export interface AskedDocumentsProps {
  readonly arrivalId: string;
  readonly documents: readonly AskedDocument[];
  readonly own: OwnMedia;
}

/** What the clerk asks of the citizen in the call, and what became of it. */
export const AskedDocuments = ({ arrivalId, documents, own }: AskedDocumentsProps) => {
  const t = useTexts(documentTexts);
  const withdrawn = useGone(documents);
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
