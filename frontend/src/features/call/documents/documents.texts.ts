import type { nl } from "@balie/contract/locales/documents/nl";
import { area } from "../../../platform/language.js";

export const documentTexts = area<typeof nl>({
  nl: async () => (await import("@balie/contract/locales/documents/nl")).nl,
  fr: async () => (await import("@balie/contract/locales/documents/fr")).fr,
  de: async () => (await import("@balie/contract/locales/documents/de")).de,
  en: async () => (await import("@balie/contract/locales/documents/en")).en,
});
