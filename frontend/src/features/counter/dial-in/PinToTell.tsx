import { useState } from "preact/hooks";
import { copyText } from "../../../platform/copy-text.js";
import { useTexts } from "../../../platform/language.js";
import { Button } from "../../../ui/Button.js";
import { dialInTexts } from "./dial-in.texts.js";
import { inPairs } from "./dial-in.view.js";

interface PinToTellProps {
  readonly number: string;
  readonly pin: string;
  readonly time: string;
}

/** To be read aloud over a telephone: large, and the PIN in pairs, for a screen reader too. */
export const PinToTell = ({ number, pin, time }: PinToTellProps) => {
  const t = useTexts(dialInTexts);
  const [said, setSaid] = useState<"copied" | "notCopied" | null>(null);
  const copy = async () => setSaid((await copyText(t("message", { number, pin, time }))) ? "copied" : "notCopied");
  return (
    <>
      <dl class="dial-in-pin">
        <dt>{t("number")}</dt>
        <dd>{number}</dd>
        <dt>{t("pin")}</dt>
        <dd>
          <span aria-hidden="true">{inPairs(pin, " ")}</span>
          <span class="balie-only-heard">{inPairs(pin, ", ")}</span>
        </dd>
      </dl>
      <div class="balie-actions">
        <Button onClick={() => void copy()}>{t("copy")}</Button>
      </div>
      <p role="status">{said && t(said)}</p>
    </>
  );
};
