import type { GivenDocument } from "@balie/contract/documents";
import { useEasyMode } from "../../../platform/easy-mode.js";
import { useLanguage, useTexts } from "../../../platform/language.js";
import { ButtonLink } from "../../../ui/Button.js";
import { Notice } from "../../../ui/Notice.js";
import { formatSize } from "../documents/file.rules.js";
import { givenAddress } from "./giving.api.js";
import { givingTexts } from "./giving.texts.js";

interface GivenNoticeProps {
  readonly arrivalId: string;
  readonly document: GivenDocument;
}

/** It can be saved until the call is over, and not only once: a browser may lose what it saved. Never at a kiosk: the next person would find it. */
export const GivenNotice = ({ arrivalId, document }: GivenNoticeProps) => {
  const t = useTexts(givingTexts);
  const { isKiosk } = useEasyMode();
  const { name, isOpened } = document;
  return (
    <>
      <p class="balie-only-heard" role="status">
        {t("given")}: {name}
      </p>
      <Notice kind={isOpened ? "ok" : "info"} icon={isOpened ? "check" : "mail"}>
        <h2 class="call-small-heading">{t("given")}</h2>
        <p class="giving-what">{name}</p>
        {isKiosk ? <p>{t("givenAtKiosk")}</p> : <Saving {...{ arrivalId, document }} />}
      </Notice>
    </>
  );
};

const Saving = ({ arrivalId, document: { id, name, sizeBytes, isOpened } }: GivenNoticeProps) => {
  const t = useTexts(givingTexts);
  const { language } = useLanguage();
  return (
    <>
      <p class="balie-small">{t(isOpened ? "givenSaved" : "givenKeep")}</p>
      <ButtonLink href={givenAddress(arrivalId, id)} look={isOpened ? "secondary" : "primary"} isDownload>
        {t("givenSave", { size: formatSize(sizeBytes, language) })} <span class="balie-only-heard">: {name}</span>
      </ButtonLink>
    </>
  );
};
