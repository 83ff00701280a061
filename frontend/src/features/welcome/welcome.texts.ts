import type { nl } from "@balie/contract/locales/welcome/nl";
import { area } from "../../platform/language.js";

export const welcomeTexts = area<typeof nl>({
  nl: async () => (await import("@balie/contract/locales/welcome/nl")).nl,
  fr: async () => (await import("@balie/contract/locales/welcome/fr")).fr,
  de: async () => (await import("@balie/contract/locales/welcome/de")).de,
  en: async () => (await import("@balie/contract/locales/welcome/en")).en,
});
