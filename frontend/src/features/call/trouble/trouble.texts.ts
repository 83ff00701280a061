import type { nl } from "@balie/contract/locales/trouble/nl";
import { area } from "../../../platform/language.js";

export const troubleTexts = area<typeof nl>({
  nl: async () => (await import("@balie/contract/locales/trouble/nl")).nl,
  fr: async () => (await import("@balie/contract/locales/trouble/fr")).fr,
  de: async () => (await import("@balie/contract/locales/trouble/de")).de,
  en: async () => (await import("@balie/contract/locales/trouble/en")).en,
});
