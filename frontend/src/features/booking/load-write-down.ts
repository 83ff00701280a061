import type { Language } from "@balie/contract/locales/languages";
import { loadAreas } from "../../platform/language.js";
import { WriteDown } from "./WriteDown.js";
import { writeDownTexts } from "./write-down.texts.js";

/** With its texts. */
export const loadWriteDown = async (language: Language): Promise<typeof WriteDown> => {
  await loadAreas([writeDownTexts], language);
  return WriteDown;
};
