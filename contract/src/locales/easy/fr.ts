import type { Texts } from "../texts.js";
import type { nl } from "./nl.js";

export const fr: Texts<typeof nl> = {
  bar: "Aide pour cet écran",
  read: "Lire à voix haute",
  readStop: "Arrêter la lecture",
  noVoice: "Cet appareil ne peut pas lire à voix haute.",
  button: "Bouton : {name}",
  more: "Plus",
  less: "Moins",
  off: "Écran normal",
  next: "Continuer",
  help: "Aidez-moi",
  helpTitle: "Que voulez-vous faire ?",
  type: "Je veux écrire",
  callUs: "Ou appelez vous-même {municipality} :",
  close: "Fermer",
  stopTitle: "Voulez-vous arrêter l’appel ?",
  stopYes: "Oui, arrêter l’appel",
  stopNo: "Non, continuer",
};
