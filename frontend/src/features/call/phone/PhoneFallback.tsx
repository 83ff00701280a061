import type { PhoneView } from "@balie/contract/meetings";
import { useState } from "preact/hooks";
import { Refusal } from "../../../platform/api.js";
import { useTexts } from "../../../platform/language.js";
import { useSending } from "../../../platform/sending.js";
import { Button } from "../../../ui/Button.js";
import { Failure } from "../../../ui/Failure.js";
import { keepFocus } from "../../../ui/keep-focus.js";
import { Lazy } from "../../../ui/Lazy.js";
import { Notice } from "../../../ui/Notice.js";
import { askForPhoneCall } from "./phone.api.js";
import { phoneTexts } from "./phone.texts.js";

const loadAsking = async () => (await import("./AskByPhone.js")).AskByPhone;

interface PhoneFallbackProps {
  readonly linkToken: string;
  /** The wish as the server knows it. */
  readonly phone: PhoneView | null;
}

/** Whoever cannot be helped on video asks to be phoned; the wish can be taken back. */
export const PhoneFallback = ({ linkToken, phone }: PhoneFallbackProps) => {
  const t = useTexts(phoneTexts);
  const [isOpen, setOpen] = useState(false);
  // The answer comes before the news; the news has the last word.
  const [answered, setAnswered] = useState<{ after: PhoneView | null; wish: PhoneView | null } | null>(null);
  const wish = answered && answered.after === phone ? answered.wish : phone;
  const { isBusy, error, send } = useSending();
  const close = () => {
    setOpen(false);
    keepFocus();
  };
  const ask = (number: string | null) =>
    send(
      () => askForPhoneCall(linkToken, number),
      (answer) => {
        setAnswered({ after: phone, wish: answer });
        close();
      },
    );
  return (
    <div class="call-phone">
      <div role="status">
        {wish && (
          <Notice kind="ok">
            <p>{t("asked", { number: wish.number })}</p>
          </Notice>
        )}
      </div>
      {wish ? (
        <Button look="subtle" isBusy={isBusy} onClick={() => ask(null)}>
          {t("takeBack")}
        </Button>
      ) : isOpen ? (
        <Lazy load={loadAsking} props={{ isBusy, isRefused: isWrong(error), onAsk: ask, onClose: close }} />
      ) : (
        <Button onClick={() => setOpen(true)}>{t("offer")}</Button>
      )}
      {error !== null && !isWrong(error) && <Failure error={error} />}
    </div>
  );
};

const isWrong = (error: unknown) => error instanceof Refusal && error.code === "invalid_input";
