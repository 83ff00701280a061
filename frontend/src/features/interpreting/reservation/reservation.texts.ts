import type { nl } from "@balie/contract/locales/reservation/nl";
import { area } from "../../../platform/language.js";

export const reservationTexts = area<typeof nl>({
  nl: async () => (await import("@balie/contract/locales/reservation/nl")).nl,
  fr: async () => (await import("@balie/contract/locales/reservation/fr")).fr,
  de: async () => (await import("@balie/contract/locales/reservation/de")).de,
  en: async () => (await import("@balie/contract/locales/reservation/en")).en,
});
