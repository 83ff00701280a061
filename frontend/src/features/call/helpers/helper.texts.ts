import type { nl } from "@balie/contract/locales/helper/nl";
import { area } from "../../../platform/language.js";

export const helperTexts = area<typeof nl>({
  nl: async () => (await import("@balie/contract/locales/helper/nl")).nl,
  fr: async () => (await import("@balie/contract/locales/helper/fr")).fr,
  de: async () => (await import("@balie/contract/locales/helper/de")).de,
  en: async () => (await import("@balie/contract/locales/helper/en")).en,
});
