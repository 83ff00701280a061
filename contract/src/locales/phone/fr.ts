import type { Texts } from "../texts.js";
import type { nl } from "./nl.js";

export const fr: Texts<typeof nl> = {
  offer: "Plutôt par téléphone ?",
  intro: "La vidéo ne marche pas ? L’agent peut vous téléphoner.",
  number: "À quel numéro pouvons-nous vous appeler ?",
  numberHint: "Seul l’agent de ce guichet voit ce numéro.",
  numberWrong: "Indiquez un numéro de téléphone, par exemple 0470 12 34 56.",
  ask: "Appelez-moi",
  cancel: "Annuler",
  asked: "L’agent vous appelle au {number}. Gardez votre téléphone près de vous.",
  takeBack: "Ne m’appelez pas",
  title: "L’entretien continue par téléphone",
  text: "L’agent vous appelle au {number}. Votre caméra et votre micro sont coupés sur cette page.",
  clerk: "Vous parlez avec {name}.",
  stay: "Laissez cette page ouverte. L’agent peut reprendre la vidéo.",
};
