import type { nl } from "@balie/contract/locales/dial-in/nl";
import { area } from "../../../platform/language.js";

export const dialInTexts = area<typeof nl>({
  nl: async () => (await import("@balie/contract/locales/dial-in/nl")).nl,
  fr: async () => (await import("@balie/contract/locales/dial-in/fr")).fr,
  de: async () => (await import("@balie/contract/locales/dial-in/de")).de,
  en: async () => (await import("@balie/contract/locales/dial-in/en")).en,
});
