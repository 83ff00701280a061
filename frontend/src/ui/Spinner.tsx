import { useTexts } from "../platform/language.js";
import { uiTexts } from "./texts.js";

/** Always with a sentence; without one given, "the page is loading". */
export const Spinner = ({ text }: { text?: string }) => {
  const t = useTexts(uiTexts);
  return (
    <p class="balie-spinner" role="status">
      <span class="balie-spinner-wheel" aria-hidden="true" />
      {text ?? t("loading")}
    </p>
  );
};
