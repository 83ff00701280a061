import { type Language, languages } from "@balie/contract/locales/languages";
import { type Texts, type Translate, translator } from "@balie/contract/locales/texts";
import type { ComponentChildren } from "preact";
import { createContext } from "preact";
import { useCallback, useContext, useEffect, useState } from "preact/hooks";
import { browserShelf } from "./storage.js";

/** One area of the catalogue. Each language is a chunk of its own, loaded when it is wanted. */
export interface Area<Source> {
  readonly loaders: Readonly<Record<Language, () => Promise<Texts<Source>>>>;
  readonly loaded: Partial<Record<Language, Texts<Source>>>;
}

/** Declares an area beside the feature that shows it: `area<typeof nl>({ nl: async () => (await import("…/nl")).nl, … })`. */
export const area = <Source,>(loaders: Area<Source>["loaders"]): Area<Source> => ({ loaders, loaded: {} });

// biome-ignore lint/suspicious/noExplicitAny: areas of every kind of texts, only ever loaded here.
type AnyArea = Area<any>;
const areasInUse = new Set<AnyArea>();

/** Loads what the areas say in this language, side by side. A feature that comes later loads its own beside its code. */
export const loadAreas = async (areas: Iterable<AnyArea>, language: Language): Promise<void> => {
  const load = async (each: AnyArea) => {
    each.loaded[language] ??= await each.loaders[language]();
    areasInUse.add(each);
  };
  await Promise.all([...areas].map(load));
};

const choice = browserShelf<Language>("language");

/** ?lang=, then what was chosen before, then what the browser asks for, then Dutch. */
export const preferredLanguage = (): Language => {
  const wishes = [new URLSearchParams(location.search).get("lang"), choice.read(), ...navigator.languages];
  for (const wish of wishes) {
    const known = languages.find((language) => language === wish?.slice(0, 2).toLowerCase());
    if (known) return known;
  }
  return languages[0];
};

interface Spoken {
  readonly language: Language;
  /** Loads the texts first: the page never mixes languages. Rejects when they cannot be had. */
  readonly choose: (language: Language) => Promise<void>;
}

const Context = createContext<Spoken | null>(null);

export const LanguageProvider = (props: { initial: Language; children: ComponentChildren }) => {
  const [language, setLanguage] = useState(props.initial);
  const choose = useCallback(async (wish: Language) => {
    await loadAreas(areasInUse, wish);
    choice.write(wish);
    setLanguage(wish);
  }, []);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return <Context.Provider value={{ language, choose }}>{props.children}</Context.Provider>;
};

export const useLanguage = (): Spoken => {
  const spoken = useContext(Context);
  if (!spoken) throw new Error("useLanguage outside LanguageProvider");
  return spoken;
};

/** The texts of an area in the page's language; the area must have been loaded. */
export const useTexts = <Source extends Readonly<Record<string, string>>>(from: Area<Source>): Translate<Source> => {
  const { language } = useLanguage();
  const texts = from.loaded[language];
  if (!texts) throw new Error("texts used before loadAreas");
  return translator<Source>(texts);
};

/** Reads a text that the municipality wrote; Dutch where it left a language empty. */
export const useLocalised = (): ((text: Readonly<Record<Language, string>>) => string) => {
  const { language } = useLanguage();
  return (text) => text[language] || text.nl;
};
