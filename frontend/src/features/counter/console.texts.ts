import type { nl } from "@balie/contract/locales/console/nl";
import { area } from "../../platform/language.js";

export const consoleTexts = area<typeof nl>({
  nl: async () => (await import("@balie/contract/locales/console/nl")).nl,
  fr: async () => (await import("@balie/contract/locales/console/fr")).fr,
  de: async () => (await import("@balie/contract/locales/console/de")).de,
  en: async () => (await import("@balie/contract/locales/console/en")).en,
});
