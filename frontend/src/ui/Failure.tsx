import type { RefusalCode } from "@balie/contract/refusals";
import type { ComponentChildren } from "preact";
import { Refusal, Unreachable } from "../platform/api.js";
import { useLanguage, useTexts } from "../platform/language.js";
import { Button } from "./Button.js";
import { Notice } from "./Notice.js";
import { clerkRefusalTexts, refusalTexts, uiTexts } from "./texts.js";

/** The sentence for a refusal. A newer server may know one that this page does not. */
export const useRefusalText = (): ((code: RefusalCode) => string) => {
  const { language } = useLanguage();
  const t = useTexts(refusalTexts);
  const texts: Partial<Record<RefusalCode, string>> = {
    ...refusalTexts.loaded[language],
    ...clerkRefusalTexts.loaded[language],
  };
  return (code) => texts[code] ?? t("server_error");
};

/** The sentence for whatever an api call rejected with. */
export const useFailureText = (): ((error: unknown) => string) => {
  const t = useTexts(uiTexts);
  const refusal = useRefusalText();
  return (error) => {
    if (error instanceof Refusal) return refusal(error.code);
    if (!(error instanceof Unreachable)) return t("failed");
    return t(error.reason === "network" ? "unreachable" : error.reason);
  };
};

interface FailureProps {
  readonly error: unknown;
  readonly onRetry?: () => void;
  readonly isBusy?: boolean;
  /** What else may help. */
  readonly children?: ComponentChildren;
}

export const Failure = ({ error, onRetry, isBusy, children }: FailureProps) => {
  const t = useTexts(uiTexts);
  const textOf = useFailureText();
  return (
    <Notice kind="error" isAnnounced>
      <p>{textOf(error)}</p>
      {children}
      {error instanceof Refusal && error.code === "server_error" && error.requestId && (
        <p class="balie-small">{t("reference", { requestId: error.requestId })}</p>
      )}
      {onRetry && (
        <Button look="secondary" isBusy={isBusy ?? false} onClick={onRetry}>
          {t("retry")}
        </Button>
      )}
    </Notice>
  );
};
