import type { nl } from "@balie/contract/locales/line/nl";
import { area } from "../../../../platform/language.js";

export const lineTexts = area<typeof nl>({
  nl: async () => (await import("@balie/contract/locales/line/nl")).nl,
  fr: async () => (await import("@balie/contract/locales/line/fr")).fr,
  de: async () => (await import("@balie/contract/locales/line/de")).de,
  en: async () => (await import("@balie/contract/locales/line/en")).en,
});
