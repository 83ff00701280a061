import type { nl } from "@balie/contract/locales/giving/nl";
import { area } from "../../../platform/language.js";

export const givingTexts = area<typeof nl>({
  nl: async () => (await import("@balie/contract/locales/giving/nl")).nl,
  fr: async () => (await import("@balie/contract/locales/giving/fr")).fr,
  de: async () => (await import("@balie/contract/locales/giving/de")).de,
  en: async () => (await import("@balie/contract/locales/giving/en")).en,
});
