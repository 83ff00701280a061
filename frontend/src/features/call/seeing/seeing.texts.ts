import type { nl } from "@balie/contract/locales/seeing/nl";
import { area } from "../../../platform/language.js";

export const seeingTexts = area<typeof nl>({
  nl: async () => (await import("@balie/contract/locales/seeing/nl")).nl,
  fr: async () => (await import("@balie/contract/locales/seeing/fr")).fr,
  de: async () => (await import("@balie/contract/locales/seeing/de")).de,
  en: async () => (await import("@balie/contract/locales/seeing/en")).en,
});
