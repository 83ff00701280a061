import type { nl } from "@balie/contract/locales/sound/nl";
import { area } from "../../../platform/language.js";

export const soundTexts = area<typeof nl>({
  nl: async () => (await import("@balie/contract/locales/sound/nl")).nl,
  fr: async () => (await import("@balie/contract/locales/sound/fr")).fr,
  de: async () => (await import("@balie/contract/locales/sound/de")).de,
  en: async () => (await import("@balie/contract/locales/sound/en")).en,
});
