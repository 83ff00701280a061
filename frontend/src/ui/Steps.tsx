import { useTexts } from "../platform/language.js";
import { uiTexts } from "./texts.js";

/** "Step 2 of 4" in words, and as a bar for the eye. */
export const Steps = ({ step, steps }: { step: number; steps: number }) => {
  const t = useTexts(uiTexts);
  return (
    <div class="balie-steps">
      <p>{t("stepOf", { step, steps })}</p>
      <div class="balie-steps-bar" aria-hidden="true">
        {Array.from({ length: steps }, (_, index) => (
          <span key={index} class={index < step ? "balie-steps-done" : ""} />
        ))}
      </div>
    </div>
  );
};
