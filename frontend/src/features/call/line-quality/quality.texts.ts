import type { nl } from "@balie/contract/locales/quality/nl";
import { area } from "../../../platform/language.js";

export const qualityTexts = area<typeof nl>({
  nl: async () => (await import("@balie/contract/locales/quality/nl")).nl,
  fr: async () => (await import("@balie/contract/locales/quality/fr")).fr,
  de: async () => (await import("@balie/contract/locales/quality/de")).de,
  en: async () => (await import("@balie/contract/locales/quality/en")).en,
});
