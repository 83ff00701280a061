import type { nl } from "@balie/contract/locales/interpreting/nl";
import { area } from "../../../platform/language.js";

export const interpretingTexts = area<typeof nl>({
  nl: async () => (await import("@balie/contract/locales/interpreting/nl")).nl,
  fr: async () => (await import("@balie/contract/locales/interpreting/fr")).fr,
  de: async () => (await import("@balie/contract/locales/interpreting/de")).de,
  en: async () => (await import("@balie/contract/locales/interpreting/en")).en,
});
