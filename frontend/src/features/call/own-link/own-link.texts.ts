import type { nl } from "@balie/contract/locales/own-link/nl";
import { area } from "../../../platform/language.js";

export const ownLinkTexts = area<typeof nl>({
  nl: async () => (await import("@balie/contract/locales/own-link/nl")).nl,
  fr: async () => (await import("@balie/contract/locales/own-link/fr")).fr,
  de: async () => (await import("@balie/contract/locales/own-link/de")).de,
  en: async () => (await import("@balie/contract/locales/own-link/en")).en,
});
