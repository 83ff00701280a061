import type { nl } from "@balie/contract/locales/write-down/nl";
import { area } from "../../platform/language.js";

export const writeDownTexts = area<typeof nl>({
  nl: async () => (await import("@balie/contract/locales/write-down/nl")).nl,
  fr: async () => (await import("@balie/contract/locales/write-down/fr")).fr,
  de: async () => (await import("@balie/contract/locales/write-down/de")).de,
  en: async () => (await import("@balie/contract/locales/write-down/en")).en,
});
