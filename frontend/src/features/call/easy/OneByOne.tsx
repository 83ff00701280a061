import type { ComponentChild, ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { useTexts } from "../../../platform/language.js";
import { stopReading } from "../../../platform/read-aloud.js";
import { Button } from "../../../ui/Button.js";
import { easyTexts } from "../../../ui/easy/easy.texts.js";
import { uiTexts } from "../../../ui/texts.js";

interface OneByOneProps {
  readonly parts: readonly ComponentChild[];
  /** Instead of going on, at the last part. */
  readonly actions: ComponentChildren;
}

/** The parts of the device check, each a screen of its own. */
export const OneByOne = ({ parts, actions }: OneByOneProps) => {
  const t = useTexts(easyTexts);
  const u = useTexts(uiTexts);
  const [at, setAt] = useState(0);
  const step = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (at === 0) return;
    stopReading();
    step.current?.focus();
  }, [at]);
  return (
    <>
      <p tabIndex={-1} ref={step} class="easy-step">
        {u("stepOf", { step: at + 1, steps: parts.length })}
      </p>
      <div key={at}>{parts[at]}</div>
      <div class="balie-actions">
        {at === parts.length - 1 ? (
          actions
        ) : (
          <Button look="primary" onClick={() => setAt(at + 1)}>
            {t("next")}
          </Button>
        )}
      </div>
    </>
  );
};
