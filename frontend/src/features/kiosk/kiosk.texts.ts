import type { nl } from "@balie/contract/locales/kiosk/nl";
import { area } from "../../platform/language.js";

export const kioskTexts = area<typeof nl>({
  nl: async () => (await import("@balie/contract/locales/kiosk/nl")).nl,
  fr: async () => (await import("@balie/contract/locales/kiosk/fr")).fr,
  de: async () => (await import("@balie/contract/locales/kiosk/de")).de,
  en: async () => (await import("@balie/contract/locales/kiosk/en")).en,
});
