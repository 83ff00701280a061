import type { nl } from "@balie/contract/locales/trust/nl";
import { area } from "../../../platform/language.js";

export const trustTexts = area<typeof nl>({
  nl: async () => (await import("@balie/contract/locales/trust/nl")).nl,
  fr: async () => (await import("@balie/contract/locales/trust/fr")).fr,
  de: async () => (await import("@balie/contract/locales/trust/de")).de,
  en: async () => (await import("@balie/contract/locales/trust/en")).en,
});
