import type { nl } from "@balie/contract/locales/text/nl";
import { area } from "../../../platform/language.js";

export const textTexts = area<typeof nl>({
  nl: async () => (await import("@balie/contract/locales/text/nl")).nl,
  fr: async () => (await import("@balie/contract/locales/text/fr")).fr,
  de: async () => (await import("@balie/contract/locales/text/de")).de,
  en: async () => (await import("@balie/contract/locales/text/en")).en,
});
