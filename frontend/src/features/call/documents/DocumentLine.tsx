import type { DocumentState, DocumentView } from "@balie/contract/documents";
import { useLanguage, useTexts } from "../../../platform/language.js";
import { Button, ButtonLink } from "../../../ui/Button.js";
import { documentAddress } from "./documents.api.js";
import { documentTexts } from "./documents.texts.js";
import { formatSize } from "./file.rules.js";

interface DocumentLineProps {
  readonly document: DocumentView;
  readonly meetingId: string;
  readonly isBusy: boolean;
  readonly onWithdraw: () => void;
}

const states = {
  asked: "stateAsked",
  sent: "stateSent",
  declined: "stateDeclined",
  withdrawn: "stateForgotten",
  forgotten: "stateForgotten",
} as const satisfies Record<DocumentState, string>;

export const DocumentLine = ({ document, meetingId, isBusy, onWithdraw }: DocumentLineProps) => {
  const t = useTexts(documentTexts);
  const { language } = useLanguage();
  const { id, state, name, sizeBytes } = document;
  return (
    <li>
      <p>
        <span class="document-what">{document.what || t("forgottenName")}</span>: <strong>{t(states[state])}</strong>
      </p>
      {state === "asked" && (
        <Button isBusy={isBusy} onClick={onWithdraw}>
          <span aria-hidden="true">{t("withdraw")}</span>
          <span class="balie-only-heard">{t("withdrawOf", { what: document.what })}</span>
        </Button>
      )}
      {state === "sent" && (
        <ButtonLink href={documentAddress(meetingId, id)} isDownload>
          {t("download", { name: name ?? "", size: formatSize(sizeBytes ?? 0, language) })}
        </ButtonLink>
      )}
    </li>
  );
};
