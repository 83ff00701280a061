import type { nl } from "@balie/contract/locales/phone/nl";
import { area } from "../../../platform/language.js";

export const phoneTexts = area<typeof nl>({
  nl: async () => (await import("@balie/contract/locales/phone/nl")).nl,
  fr: async () => (await import("@balie/contract/locales/phone/fr")).fr,
  de: async () => (await import("@balie/contract/locales/phone/de")).de,
  en: async () => (await import("@balie/contract/locales/phone/en")).en,
});
