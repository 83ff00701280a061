import type { nl } from "@balie/contract/locales/handover/nl";
import { area } from "../../../platform/language.js";

export const handoverTexts = area<typeof nl>({
  nl: async () => (await import("@balie/contract/locales/handover/nl")).nl,
  fr: async () => (await import("@balie/contract/locales/handover/fr")).fr,
  de: async () => (await import("@balie/contract/locales/handover/de")).de,
  en: async () => (await import("@balie/contract/locales/handover/en")).en,
});
