import { useEffect, useState } from "preact/hooks";
import { useTexts } from "../../../platform/language.js";
import { Button } from "../../../ui/Button.js";
import { TextField } from "../../../ui/TextField.js";
import { phoneTexts } from "./phone.texts.js";

interface AskByPhoneProps {
  readonly isBusy: boolean;
  readonly isRefused: boolean;
  readonly onAsk: (number: string) => void;
  readonly onClose: () => void;
}

const toNumber = () => document.getElementById("phone-number")?.focus();

/** The number, and the way back. */
export const AskByPhone = ({ isBusy, isRefused, onAsk, onClose }: AskByPhoneProps) => {
  const t = useTexts(phoneTexts);
  const [number, setNumber] = useState("");
  // It takes the place of the button that had the focus.
  useEffect(toNumber, []);
  useEffect(() => {
    if (isRefused) toNumber();
  }, [isRefused]);
  return (
    <form
      class="call-phone-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onAsk(number);
      }}
    >
      <p>{t("intro")}</p>
      <TextField
        id="phone-number"
        label={t("number")}
        hint={t("numberHint")}
        type="tel"
        autocomplete="tel"
        value={number}
        onInput={setNumber}
        {...(isRefused ? { error: t("numberWrong") } : {})}
      />
      <div class="balie-actions">
        <Button type="submit" look="primary" isBusy={isBusy}>
          {t("ask")}
        </Button>
        <Button look="subtle" onClick={onClose}>
          {t("cancel")}
        </Button>
      </div>
    </form>
  );
};
