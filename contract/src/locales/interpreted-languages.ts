import { type Language, languages } from "./languages.js";

type Names = Readonly<Record<Language, string>>;
const names = (nl: string, fr: string, de: string, en: string): Names => ({ nl, fr, de, en });

/** Languages that some browser has no name for (Intl.DisplayNames: most sign languages, and in Chromium many that Firefox and Node know), or the same name as for another. */
const namedHere: Readonly<Record<string, Names>> = {
  aa: names("Afar", "afar", "Afar", "Afar"),
  acm: names("Iraaks Arabisch", "arabe irakien", "Irakisches Arabisch", "Iraqi Arabic"),
  aii: names("Assyrisch", "assyrien", "Assyrisch", "Assyrian"),
  apc: names("Levantijns Arabisch", "arabe levantin", "Levantinisches Arabisch", "Levantine Arabic"),
  ary: names("Marokkaans Arabisch", "arabe marocain", "Marokkanisches Arabisch", "Moroccan Arabic"),
  arz: names("Egyptisch Arabisch", "arabe égyptien", "Ägyptisches Arabisch", "Egyptian Arabic"),
  ase: names(
    "Amerikaanse Gebarentaal",
    "langue des signes américaine",
    "Amerikanische Gebärdensprache",
    "American Sign Language",
  ),
  bal: names("Beloetsji", "baloutchi", "Belutschisch", "Baluchi"),
  bem: names("Bemba", "bemba", "Bemba", "Bemba"),
  ber: names("Berbers", "berbère", "Berberisch", "Berber"),
  bfi: names(
    "Britse Gebarentaal",
    "langue des signes britannique",
    "Britische Gebärdensprache",
    "British Sign Language",
  ),
  bo: names("Tibetaans", "tibétain", "Tibetisch", "Tibetan"),
  ce: names("Tsjetsjeens", "tchétchène", "Tschetschenisch", "Chechen"),
  ckb: names("Koerdisch (Sorani)", "kurde (sorani)", "Kurdisch (Sorani)", "Kurdish (Sorani)"),
  dse: names(
    "Nederlandse Gebarentaal",
    "langue des signes néerlandaise",
    "Niederländische Gebärdensprache",
    "Dutch Sign Language",
  ),
  dyu: names("Dyula", "dioula", "Dyula", "Dyula"),
  fa: names("Perzisch (Farsi)", "persan (farsi)", "Persisch (Farsi)", "Persian (Farsi)"),
  ff: names("Fula (Peul)", "peul", "Ful", "Fula"),
  fsl: names(
    "Franse Gebarentaal",
    "langue des signes française",
    "Französische Gebärdensprache",
    "French Sign Language",
  ),
  fuf: names("Pular", "pular", "Pular", "Pular"),
  gsg: names("Duitse Gebarentaal", "langue des signes allemande", "Deutsche Gebärdensprache", "German Sign Language"),
  hak: names("Hakka", "hakka", "Hakka", "Hakka"),
  ils: names("Internationale gebaren", "signes internationaux", "Internationale Gebärden", "International Sign"),
  kab: names("Kabylisch", "kabyle", "Kabylisch", "Kabyle"),
  kea: names("Kaapverdisch Creools", "créole capverdien", "Kapverdisch", "Cape Verdean Creole"),
  kg: names("Kikongo", "kikongo", "Kikongo", "Kikongo"),
  kmr: names("Koerdisch (Kurmanci)", "kurde (kurmandji)", "Kurdisch (Kurmandschi)", "Kurdish (Kurmanji)"),
  lua: names("Tshiluba", "tshiluba", "Tshiluba", "Tshiluba"),
  man: names("Mandingo", "mandingue", "Mandingo", "Mandingo"),
  mnk: names("Mandinka", "mandinka", "Mandinka", "Mandinka"),
  mos: names("Mossi (Mooré)", "mooré", "Mossi (Mooré)", "Mossi (Mooré)"),
  nan: names("Minnan (Hokkien)", "minnan (hokkien)", "Min Nan (Hokkien)", "Min Nan (Hokkien)"),
  pap: names("Papiaments", "papiamento", "Papiamento", "Papiamento"),
  pcm: names("Nigeriaans Pidgin", "pidgin nigérian", "Nigerianisches Pidgin", "Nigerian Pidgin"),
  pnb: names("Punjabi (Pakistan)", "pendjabi (Pakistan)", "Punjabi (Pakistan)", "Punjabi (Pakistan)"),
  rif: names("Riffijns (Tarifit)", "rifain (tarifit)", "Tarifit", "Riffian (Tarifit)"),
  rmy: names("Romani (Vlach)", "romani (vlax)", "Romani (Vlax)", "Romani (Vlax)"),
  rn: names("Kirundi", "kirundi", "Kirundi", "Kirundi"),
  rom: names("Romani", "romani", "Romani", "Romani"),
  sfb: names(
    "Frans-Belgische Gebarentaal",
    "langue des signes de Belgique francophone",
    "Französisch-Belgische Gebärdensprache",
    "French Belgian Sign Language",
  ),
  sgn: names("Gebarentaal", "langue des signes", "Gebärdensprache", "Sign language"),
  shi: names("Tasjelhiet", "chleuh (tachelhit)", "Taschelhit", "Tashelhit"),
  srn: names("Sranantongo", "sranan tongo", "Sranantongo", "Sranan Tongo"),
  sus: names("Soesoe", "soussou", "Susu", "Susu"),
  syr: names("Aramees (Syrisch)", "araméen (syriaque)", "Aramäisch (Syrisch)", "Aramaic (Syriac)"),
  tig: names("Tigre", "tigré", "Tigre", "Tigre"),
  tw: names("Twi (Akan)", "twi (akan)", "Twi (Akan)", "Twi (Akan)"),
  tzm: names("Tamazight", "tamazight", "Tamazight", "Tamazight"),
  vgt: names("Vlaamse Gebarentaal", "langue des signes flamande", "Flämische Gebärdensprache", "Flemish Sign Language"),
  wuu: names("Wu (Sjanghai)", "wu (Shanghai)", "Wu (Schanghai)", "Wu (Shanghai)"),
  zh: names("Chinees (Mandarijn)", "chinois (mandarin)", "Chinesisch (Mandarin)", "Chinese (Mandarin)"),
  zza: names("Zaza", "zazaki", "Zaza", "Zaza"),
};

const namedByAll =
  "am ar az be bg bn bs ca cs da de ee el en es et fi fr gu ha he hi hr ht hu hy id ig it ja ka kk ko ku ky ln lg lo lt lv mg mk mn ms mt my ne nl no om pa pl prs ps pt ro ru rw si sk sl sn so sq sr sv sw ta te tg th ti tk tl tr ug uk ur uz vi wo yi yo yue zu";

/** Codes (ISO 639) of the languages that an interpreter is likely to be asked for. Others may be kept too. */
export const interpretedLanguages: readonly string[] = [...namedByAll.split(" "), ...Object.keys(namedHere)].sort();

/** Sign languages: seen, not heard, so never interpreted by telephone. */
export const signedLanguages: readonly string[] = ["ase", "bfi", "dse", "fsl", "gsg", "ils", "sfb", "sgn", "vgt"];
export const isSigned = (code: string): boolean => signedLanguages.includes(code);

/** The name of a language by its code (ISO 639), in the language of `locale`, the same in every browser; the code itself where nobody knows a name. */
export function languageName(code: string, locale: string): string {
  const ours = Object.hasOwn(namedHere, code) ? namedHere[code]![locale as Language] : undefined;
  return ours ?? knownName(code, locale) ?? code;
}

function knownName(code: string, locale: string): string | undefined {
  return isCode(code) ? displayNames(locale).of(code) : undefined;
}

/** DisplayNames throws for anything else. */
const isCode = (text: string): boolean => /^[a-z]{2,3}$/.test(text);

/** The code of a language that somebody named in any of our languages, or by a code, whatever the case; null when nobody knows it. */
export function languageCalled(text: string): string | null {
  const wanted = folded(text);
  return codesByName().get(wanted) ?? codeCalled(wanted);
}

/** "tur" is "tr"; but ours stay as they are. */
function codeCalled(wanted: string): string | null {
  if (interpretedLanguages.includes(wanted)) return wanted;
  if (knownName(wanted, "en") === undefined) return null;
  const canonical = Intl.getCanonicalLocales(wanted)[0]!;
  return isCode(canonical) ? canonical : wanted;
}

const folded = (text: string) => text.normalize("NFC").trim().toLowerCase().replace(/\s+/g, " ");

const made = new Map<string, Intl.DisplayNames>();
function displayNames(locale: string): Intl.DisplayNames {
  const known = made.get(locale) ?? new Intl.DisplayNames([locale], { type: "language", fallback: "none" });
  made.set(locale, known);
  return known;
}

let byName: ReadonlyMap<string, string> | undefined;
function codesByName(): ReadonlyMap<string, string> {
  if (byName) return byName;
  const all = interpretedLanguages.flatMap((code) =>
    languages.map((language): [string, string] => [folded(languageName(code, language)), code]),
  );
  // "Perzisch (Farsi)" is called Perzisch and Farsi too, where no other language has that name.
  const inPart = all.flatMap(([name, code]) =>
    (/^(.+) \((.+)\)$/.exec(name)?.slice(1) ?? []).map((part): [string, string] => [part, code]),
  );
  byName = new Map([...inPart.reverse(), ...all]);
  return byName;
}
