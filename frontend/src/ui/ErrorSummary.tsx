import { useEffect, useRef } from "preact/hooks";
import { useTexts } from "../platform/language.js";
import { Notice } from "./Notice.js";
import { uiTexts } from "./texts.js";

export interface FieldError {
  /** The field's id. */
  readonly id: string;
  readonly text: string;
}

/** Takes the focus when it appears, and again at each `attempt`; its links lead to the fields. Leave it mounted between attempts, also
    without errors: mounted anew for a fault that comes back, it takes the focus from whoever types. */
export const ErrorSummary = ({ errors, attempt }: { errors: readonly FieldError[]; attempt: number }) => {
  const t = useTexts(uiTexts);
  const element = useRef<HTMLDivElement>(null);
  // A new attempt calls the reader back to the summary.
  useEffect(() => element.current?.focus(), [attempt]);
  if (errors.length === 0) return null;
  return (
    <div ref={element} tabIndex={-1} class="balie-error-summary" role="alert">
      <Notice kind="error">
        <h2>{t("checkThis")}</h2>
        <ul>
          {errors.map(({ id, text }) => (
            <li key={id}>
              <a class="utrecht-link" href={`#${id}`} onClick={(event) => goTo(id, event)}>
                {text}
              </a>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
};

/** Without a jump in the history, which the steps use. */
function goTo(id: string, event: Event): void {
  event.preventDefault();
  document.getElementById(id)?.focus();
}
