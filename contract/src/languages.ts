import { z } from "zod";
import type { Language } from "./locales/languages.js";
import { languages } from "./locales/languages.js";

export const language = z.enum(languages);

/** A text that the municipality writes itself, in each language of the counter. */
export const localised = z.record(language, z.string());
export type Localised = Record<Language, string>;
