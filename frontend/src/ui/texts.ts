import type { nl as clerkRefusalsNl } from "@balie/contract/locales/clerk-refusals/nl";
import type { nl as refusalsNl } from "@balie/contract/locales/refusals/nl";
import type { nl as uiNl } from "@balie/contract/locales/ui/nl";
import { area } from "../platform/language.js";

export const uiTexts = area<typeof uiNl>({
  nl: async () => (await import("@balie/contract/locales/ui/nl")).nl,
  fr: async () => (await import("@balie/contract/locales/ui/fr")).fr,
  de: async () => (await import("@balie/contract/locales/ui/de")).de,
  en: async () => (await import("@balie/contract/locales/ui/en")).en,
});

export const refusalTexts = area<typeof refusalsNl>({
  nl: async () => (await import("@balie/contract/locales/refusals/nl")).nl,
  fr: async () => (await import("@balie/contract/locales/refusals/fr")).fr,
  de: async () => (await import("@balie/contract/locales/refusals/de")).de,
  en: async () => (await import("@balie/contract/locales/refusals/en")).en,
});

/** Only the pages of clerks load them. */
export const clerkRefusalTexts = area<typeof clerkRefusalsNl>({
  nl: async () => (await import("@balie/contract/locales/clerk-refusals/nl")).nl,
  fr: async () => (await import("@balie/contract/locales/clerk-refusals/fr")).fr,
  de: async () => (await import("@balie/contract/locales/clerk-refusals/de")).de,
  en: async () => (await import("@balie/contract/locales/clerk-refusals/en")).en,
});
