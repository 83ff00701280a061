import { useTexts } from "../../../platform/language.js";
import { Button } from "../../../ui/Button.js";
import { Failure } from "../../../ui/Failure.js";
import { documentTexts } from "./documents.texts.js";
import type { DocumentSending } from "./use-upload.js";

/** How far it is, or why it did not go and what helps. */
export const SendingNotice = ({ sending }: { sending: DocumentSending }) => {
  const t = useTexts(documentTexts);
  if (sending.progress === null)
    return sending.error === null ? null : (
      <Failure error={sending.error} {...(sending.again ? { onRetry: sending.again } : {})} />
    );
  const text = t("sending", { percent: Math.round(sending.progress * 100) });
  return (
    <div class="document-sending">
      <p>{text}</p>
      <progress max={1} value={sending.progress} aria-label={t("sending", { percent: "" }).replace(/[:\s%]+$/, "")} />
      <Button onClick={sending.stop}>{t("stop")}</Button>
    </div>
  );
};
