import type { nl } from "@balie/contract/locales/survey/nl";
import { area } from "../../platform/language.js";

export const surveyTexts = area<typeof nl>({
  nl: async () => (await import("@balie/contract/locales/survey/nl")).nl,
  fr: async () => (await import("@balie/contract/locales/survey/fr")).fr,
  de: async () => (await import("@balie/contract/locales/survey/de")).de,
  en: async () => (await import("@balie/contract/locales/survey/en")).en,
});
