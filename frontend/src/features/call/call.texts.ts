import type { nl } from "@balie/contract/locales/call/nl";
import { area } from "../../platform/language.js";

export const callTexts = area<typeof nl>({
  nl: async () => (await import("@balie/contract/locales/call/nl")).nl,
  fr: async () => (await import("@balie/contract/locales/call/fr")).fr,
  de: async () => (await import("@balie/contract/locales/call/de")).de,
  en: async () => (await import("@balie/contract/locales/call/en")).en,
});
