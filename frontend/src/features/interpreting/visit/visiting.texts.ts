import type { nl } from "@balie/contract/locales/visiting/nl";
import { area } from "../../../platform/language.js";

export const visitingTexts = area<typeof nl>({
  nl: async () => (await import("@balie/contract/locales/visiting/nl")).nl,
  fr: async () => (await import("@balie/contract/locales/visiting/fr")).fr,
  de: async () => (await import("@balie/contract/locales/visiting/de")).de,
  en: async () => (await import("@balie/contract/locales/visiting/en")).en,
});
