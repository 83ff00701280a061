import type { nl } from "@balie/contract/locales/booking/nl";
import { area } from "../../platform/language.js";

export const bookingTexts = area<typeof nl>({
  nl: async () => (await import("@balie/contract/locales/booking/nl")).nl,
  fr: async () => (await import("@balie/contract/locales/booking/fr")).fr,
  de: async () => (await import("@balie/contract/locales/booking/de")).de,
  en: async () => (await import("@balie/contract/locales/booking/en")).en,
});
