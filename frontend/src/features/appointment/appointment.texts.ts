import type { nl } from "@balie/contract/locales/appointment/nl";
import { area } from "../../platform/language.js";

export const appointmentTexts = area<typeof nl>({
  nl: async () => (await import("@balie/contract/locales/appointment/nl")).nl,
  fr: async () => (await import("@balie/contract/locales/appointment/fr")).fr,
  de: async () => (await import("@balie/contract/locales/appointment/de")).de,
  en: async () => (await import("@balie/contract/locales/appointment/en")).en,
});
