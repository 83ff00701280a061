import type { nl } from "@balie/contract/locales/roster/nl";
import { area } from "../../../platform/language.js";

export const rosterTexts = area<typeof nl>({
  nl: async () => (await import("@balie/contract/locales/roster/nl")).nl,
  fr: async () => (await import("@balie/contract/locales/roster/fr")).fr,
  de: async () => (await import("@balie/contract/locales/roster/de")).de,
  en: async () => (await import("@balie/contract/locales/roster/en")).en,
});
