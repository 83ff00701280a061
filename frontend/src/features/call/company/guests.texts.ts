import type { nl } from "@balie/contract/locales/guests/nl";
import { area } from "../../../platform/language.js";

export const guestsTexts = area<typeof nl>({
  nl: async () => (await import("@balie/contract/locales/guests/nl")).nl,
  fr: async () => (await import("@balie/contract/locales/guests/fr")).fr,
  de: async () => (await import("@balie/contract/locales/guests/de")).de,
  en: async () => (await import("@balie/contract/locales/guests/en")).en,
});
