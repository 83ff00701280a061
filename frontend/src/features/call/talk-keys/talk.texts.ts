import type { nl } from "@balie/contract/locales/talk/nl";
import { area } from "../../../platform/language.js";

export const talkTexts = area<typeof nl>({
  nl: async () => (await import("@balie/contract/locales/talk/nl")).nl,
  fr: async () => (await import("@balie/contract/locales/talk/fr")).fr,
  de: async () => (await import("@balie/contract/locales/talk/de")).de,
  en: async () => (await import("@balie/contract/locales/talk/en")).en,
});
