import type { RefusalCode } from "@balie/contract/refusals";
import type { ComponentChildren } from "preact";
import { Refusal, Unreachable } from "../platform/api.js";
import { useTexts } from "../platform/language.js";
import { Button } from "./Button.js";
import { Notice } from "./Notice.js";
import { refusalTexts, uiTexts } from "./texts.js";

/** The sentence for whatever an api call rejected with. */
export const useFailureText = (): ((error: unknown) => string) => {
  const t = useTexts(uiTexts);
  const refusal = useTexts(refusalTexts);
  return (error) => {
    if (error instanceof Refusal) return refusal(knownCode(error.code));
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

/** A newer server may know a refusal that this page does not. */
function knownCode(code: RefusalCode): RefusalCode {
  return Object.hasOwn(refusalTexts.loaded.nl ?? Object.values(refusalTexts.loaded)[0] ?? {}, code)
    ? code
    : "server_error";
}
