import type { nl } from "@balie/contract/locales/company/nl";
import { area } from "../../../platform/language.js";

export const companyTexts = area<typeof nl>({
  nl: async () => (await import("@balie/contract/locales/company/nl")).nl,
  fr: async () => (await import("@balie/contract/locales/company/fr")).fr,
  de: async () => (await import("@balie/contract/locales/company/de")).de,
  en: async () => (await import("@balie/contract/locales/company/en")).en,
});
