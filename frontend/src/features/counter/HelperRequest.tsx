import type { QueueHelper } from "@balie/contract/helpers";
import { useLanguage, useTexts } from "../../platform/language.js";
import { formatDay, formatTime } from "../../platform/time.js";
import { Button } from "../../ui/Button.js";
import { Notice } from "../../ui/Notice.js";
import { useRelation } from "../call/company/use-role.js";
import { consoleTexts } from "./console.texts.js";

interface HelperRequestProps {
  readonly helper: QueueHelper;
  readonly citizen: string;
  readonly timeZone: string;
  readonly isBusy: boolean;
  readonly onAdmit: () => void;
  readonly onLater: () => void;
}

/** A helper wants to come in: who it is, and that the citizen agreed, and when. */
export const HelperRequest = ({ helper, citizen, timeZone, isBusy, onAdmit, onLater }: HelperRequestProps) => {
  const t = useTexts(consoleTexts);
  const { language } = useLanguage();
  const relation = useRelation()(helper.relation);
  const { name, consentedAt } = helper;
  const day = formatDay(consentedAt, language, timeZone);
  return (
    <Notice kind="warning">
      <h2 class="call-small-heading">{t("helperNod", { name, relation })}</h2>
      <p>{t("helperConsent", { citizen, day, time: formatTime(consentedAt, language, timeZone) })}</p>
      <p class="balie-small">{t(helper.isConnected ? "isConnected" : "isDisconnected")}</p>
      <div class="balie-actions">
        <Button isBusy={isBusy} onClick={onAdmit}>
          {t("helperAdmit", { name })}
        </Button>
        <Button isBusy={isBusy} onClick={onLater}>
          {t("helperNotNow")}
        </Button>
      </div>
    </Notice>
  );
};
