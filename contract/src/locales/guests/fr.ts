import type { Texts } from "../texts.js";
import type { nl } from "./nl.js";

export const fr: Texts<typeof nl> = {
  noBridge:
    "Il n’y a pas de pont vidéo ici. L’image et le son ne passent donc qu’entre deux personnes. Vous ne voyez et n’entendez pas : {names}. Vous pouvez vous écrire dans le chat.",
  isRung: "Nous attendons un interprète au téléphone : {language}.",
  isExpected: "Nous attendons un interprète par vidéo : {language}.",
  isSeen: "{name} interprète : {language}.",
  isIn: "{name} interprète : {language}. L’interprète vous entend par téléphone.",
  isUnheard:
    "{name} interprète : {language}. Il n’y a pas de pont vidéo ici. Vous et l’interprète ne vous entendez donc pas.",
  tileRole: "interprète {language}, par téléphone",
  tileUnheard: "ne s’entend pas ici",
  tileSilenced: "ne s’entend pas maintenant",
  tileSpeaks: "a la parole",
};
