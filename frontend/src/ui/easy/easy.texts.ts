import type { nl } from "@balie/contract/locales/easy/nl";
import { area } from "../../platform/language.js";

export const easyTexts = area<typeof nl>({
  nl: async () => (await import("@balie/contract/locales/easy/nl")).nl,
  fr: async () => (await import("@balie/contract/locales/easy/fr")).fr,
  de: async () => (await import("@balie/contract/locales/easy/de")).de,
  en: async () => (await import("@balie/contract/locales/easy/en")).en,
});
