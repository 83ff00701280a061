import type { PhoneView } from "@balie/contract/meetings";
import { useState } from "preact/hooks";
import { useTexts } from "../../../platform/language.js";
import { useMunicipality } from "../../../platform/municipality.js";
import { Button } from "../../../ui/Button.js";
import { Dialog } from "../../../ui/Dialog.js";
import { easyTexts } from "../../../ui/easy/easy.texts.js";
import { ReadAloud } from "../../../ui/easy/ReadAloud.js";
import { PhoneLink } from "../../../ui/Page.js";
import { PhoneFallback } from "../phone/PhoneFallback.js";

export interface HelpMeProps {
  readonly linkToken: string;
  readonly phone: PhoneView | null;
  readonly isMain?: boolean;
  /** In the call: to type instead. */
  readonly onType?: () => void;
}

/** One button for whoever gets stuck: typing, being phoned, or phoning. */
export const HelpMe = ({ linkToken, phone, isMain = false, onType }: HelpMeProps) => {
  const t = useTexts(easyTexts);
  const [isOpen, setOpen] = useState(false);
  const type = () => {
    setOpen(false);
    onType?.();
    focusOnWriting(Date.now() + 5000);
  };
  return (
    <>
      <Button class="easy-help" look={isMain ? "primary" : "secondary"} onClick={() => setOpen(true)}>
        {t("help")}
      </Button>
      {isOpen && (
        <Dialog title={t("helpTitle")} onClose={() => setOpen(false)}>
          <ReadAloud />
          <div class="easy-choices">
            {onType && <Button onClick={type}>{t("type")}</Button>}
            <PhoneFallback linkToken={linkToken} phone={phone} />
            <PhoneUs />
            <Button onClick={() => setOpen(false)}>{t("close")}</Button>
          </div>
        </Dialog>
      )}
    </>
  );
};

/** Once the dialog has gone; the place to write in may still be on its way, for the chat fetches it when it is opened. */
const focusOnWriting = (until: number): void => {
  const place = document.querySelector<HTMLElement>(".call-writing textarea");
  if (place && !document.querySelector("dialog[open]")) place.focus();
  else if (Date.now() < until) setTimeout(() => focusOnWriting(until), 50);
};

const PhoneUs = () => {
  const t = useTexts(easyTexts);
  const municipality = useMunicipality();
  if (municipality.state !== "loaded" || !municipality.value.phone) return null;
  const { name, phone } = municipality.value;
  return (
    <p>
      {t("callUs", { municipality: name })} <PhoneLink phone={phone} />
    </p>
  );
};
