import type { AskedDocument } from "@balie/contract/documents";
import { useState } from "preact/hooks";
import { useTexts } from "../../../platform/language.js";
import { useMunicipality } from "../../../platform/municipality.js";
import { useSending } from "../../../platform/sending.js";
import { Button } from "../../../ui/Button.js";
import { Failure } from "../../../ui/Failure.js";
import { Icon } from "../../../ui/Icon.js";
import { keepFocus } from "../../../ui/keep-focus.js";
import { Notice } from "../../../ui/Notice.js";
import type { OwnMedia } from "../stage/use-local-media.js";
import { AnsweredDocument } from "./AnsweredDocument.js";
import { declineDocument, sendDocument } from "./documents.api.js";
import { documentTexts } from "./documents.texts.js";
import { FileChoice } from "./FileChoice.js";
import { SendingNotice } from "./SendingNotice.js";
import { ShowToCamera } from "./ShowToCamera.js";
import { useUpload } from "./use-upload.js";

interface AnswerDocumentProps {
  readonly arrivalId: string;
  readonly document: AskedDocument;
  readonly own: OwnMedia;
}

/** One question, and the ways to answer it. Once it is answered, the live news takes it away. */
export const AnswerDocument = ({ arrivalId, document, own }: AnswerDocumentProps) => {
  const t = useTexts(documentTexts);
  const municipality = useMunicipality();
  const [isShowing, setShowing] = useState(false);
  const [isSent, setSent] = useState(false);
  const declining = useSending();
  const sending = useUpload(
    (upload) => sendDocument(arrivalId, document.id, upload),
    () => {
      setShowing(false);
      setSent(true);
      keepFocus();
    },
  );
  const decline = () => declining.send(() => declineDocument(arrivalId, document.id), keepFocus);
  if (isSent) return <AnsweredDocument isSent>{t("sent", { what: document.what })}</AnsweredDocument>;
  return (
    <Notice kind="info" icon="mail">
      <h2 class="call-small-heading">{t("asked")}</h2>
      <p class="document-what">{document.what}</p>
      {municipality.state === "loaded" && (
        <p class="balie-small">{t("kept", { days: municipality.value.documentDays })}</p>
      )}
      {declining.error !== null && <Failure error={declining.error} />}
      {!isShowing && <SendingNotice sending={sending} />}
      {sending.progress === null && (
        <div class="document-choices">
          <Button look="primary" onClick={() => setShowing(true)}>
            <Icon name="camera" /> {t("show")}
          </Button>
          <FileChoice look="primary" what={document.what} onChosen={(file) => sending.send(file, file.name)}>
            {t("choose")}
          </FileChoice>
          <p class="balie-small">{t("chooseHint")}</p>
          <Button look="subtle" isBusy={declining.isBusy} onClick={decline}>
            {t("decline")}
          </Button>
        </div>
      )}
      {isShowing && <ShowToCamera {...{ own, sending }} onClose={() => setShowing(false)} />}
    </Notice>
  );
};
