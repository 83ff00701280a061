import type { InvitedHelper } from "@balie/contract/helpers";
import { useState } from "preact/hooks";
import { copyText } from "../../../platform/copy-text.js";
import { useEasyMode } from "../../../platform/easy-mode.js";
import { useLanguage, useTexts } from "../../../platform/language.js";
import { formatDay, formatTime } from "../../../platform/time.js";
import { Button } from "../../../ui/Button.js";
import { TextField } from "../../../ui/TextField.js";
import { helperTexts } from "./helper.texts.js";
import { WithdrawDialog } from "./WithdrawDialog.js";

interface InvitedLineProps {
  readonly helper: InvitedHelper;
  readonly linkToken: string;
  readonly timeZone: string;
  readonly onWithdrawn: (left: readonly InvitedHelper[]) => void;
}

const states = {
  invited: "stateInvited",
  waiting: "stateWaiting",
  admitted: "stateAdmitted",
  left: "stateLeft",
  removed: "stateRemoved",
  withdrawn: "stateRemoved",
} as const;

/** One helper: how things stand, the consent with its time, the link to hand on, and the way back. No link at a kiosk: the next person would find it. */
export const InvitedLine = ({ helper, linkToken, timeZone, onWithdrawn }: InvitedLineProps) => {
  const t = useTexts(helperTexts);
  const { language } = useLanguage();
  const { isKiosk } = useEasyMode();
  const [isAsking, setAsking] = useState(false);
  const { name, relation, state, consentedAt, link } = helper;
  const day = formatDay(consentedAt, language, timeZone);
  return (
    <li>
      <p>
        <strong>{name}</strong> ({t(relation).toLocaleLowerCase(language)}): {t(states[state])}
      </p>
      <p class="balie-small">
        {t("consented", { day, time: formatTime(consentedAt, language, timeZone) })}
        {helper.isMailed && link && ` ${t("mailed")}`}
      </p>
      {link && state !== "admitted" && !isKiosk && <LinkToCopy id={helper.id} name={name} link={link} />}
      <Button onClick={() => setAsking(true)}>{t("withdraw", { name })}</Button>
      {isAsking && <WithdrawDialog {...{ helper, linkToken, onWithdrawn }} onClose={() => setAsking(false)} />}
    </li>
  );
};

const LinkToCopy = ({ id, name, link }: { id: string; name: string; link: string }) => {
  const t = useTexts(helperTexts);
  const [said, setSaid] = useState("");
  const copy = async () => setSaid(t((await copyText(link)) ? "copied" : "notCopied"));
  return (
    <>
      <TextField id={`link-${id}`} label={t("linkFor", { name })} value={link} isReadOnly onInput={() => undefined} />
      <div class="balie-actions">
        <Button onClick={() => void copy()}>{t("copyFor", { name })}</Button>
      </div>
      <p class="balie-small" role="status">
        {said}
      </p>
    </>
  );
};
