import type { Language } from "./languages.js";

/** The one catalogue. Each area (a page, the mails) has a folder with nl.ts as its source, `as const`, and the other languages typed
    `Texts<typeof nl>`: a missing key does not compile. Placeholders are {named}; locales.test.ts holds the languages to the same ones.
    No zod here and no clock: pages and the worker import this. */
export type Texts<Source> = { readonly [Key in keyof Source]: string };

type Placeholder<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholder<Rest>
  : never;

/** What a text wants filled in, read from the Dutch one. */
export type Values<Text extends string> = { readonly [Name in Placeholder<Text>]: string | number };

/** The text with its placeholders filled in; an unknown placeholder stays visible. Plain text: escape where it becomes HTML. */
export const fill = (text: string, values: Readonly<Record<string, string | number>> = {}): string =>
  text.replace(/\{(\w+)\}/g, (placeholder, name: string) => String(values[name] ?? placeholder));

/** A typed reader of one area's texts: `t("bookedFor", { name })`. `Source` is the Dutch catalogue's type. */
export type Translate<Source extends Readonly<Record<string, string>>> = <Key extends keyof Source & string>(
  key: Key,
  ...values: Placeholder<Source[Key]> extends never ? [] : [Values<Source[Key]>]
) => string;

export const translator =
  <Source extends Readonly<Record<string, string>>>(texts: Texts<Source>): Translate<Source> =>
  (key, ...values) =>
    fill(texts[key], values[0]);

/** The readers of an area, by language. */
export const translators = <Source extends Readonly<Record<string, string>>>(
  texts: Readonly<Record<Language, Texts<Source>>>,
): Readonly<Record<Language, Translate<Source>>> => ({
  nl: translator(texts.nl),
  fr: translator(texts.fr),
  de: translator(texts.de),
  en: translator(texts.en),
});
