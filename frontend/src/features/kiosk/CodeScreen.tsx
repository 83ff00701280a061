import { useEffect, useState } from "preact/hooks";
import { useTexts } from "../../platform/language.js";
import { useSending } from "../../platform/sending.js";
import { Button } from "../../ui/Button.js";
import { Failure } from "../../ui/Failure.js";
import { Heading } from "../../ui/Heading.js";
import { TextField } from "../../ui/TextField.js";
import { openByCode } from "./kiosk.api.js";
import { kioskTexts } from "./kiosk.texts.js";

const forgetCodeAfterMs = 120_000;

export const CodeScreen = ({ onOpened }: { onOpened: (linkToken: string) => void }) => {
  const t = useTexts(kioskTexts);
  const [code, setCode] = useState("");
  const [isMissing, setMissing] = useState(false);
  const { isBusy, error, send } = useSending();
  // Typed and walked away: not for the next one.
  useEffect(() => {
    const timer = setTimeout(() => setCode(""), forgetCodeAfterMs);
    return () => clearTimeout(timer);
  }, [code]);
  const submit = () => {
    setMissing(code.trim() === "");
    if (code.trim() === "") return document.getElementById("kiosk-code")?.focus();
    send(
      () => openByCode(code),
      ({ linkToken }) => onOpened(linkToken),
    );
  };
  return (
    <form
      class="kiosk-code"
      noValidate
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Heading of="code" hasError={isMissing}>
        {t("title")}
      </Heading>
      <p>{t("intro")}</p>
      <TextField
        id="kiosk-code"
        label={t("code")}
        hint={t("codeHint")}
        maxLength={40}
        value={code}
        onInput={setCode}
        {...(isMissing ? { error: t("codeMissing") } : {})}
      />
      {error !== null && <Failure error={error} />}
      <Button look="primary" type="submit" isBusy={isBusy}>
        {isBusy ? t("starting") : t("start")}
      </Button>
      <p class="kiosk-safe">{t("safe")}</p>
    </form>
  );
};
