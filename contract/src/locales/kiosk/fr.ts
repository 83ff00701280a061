import type { Texts } from "../texts.js";
import type { nl } from "./nl.js";

export const fr: Texts<typeof nl> = {
  title: "Votre entretien avec la commune",
  intro: "Tapez le code de votre e-mail. Appuyez ensuite sur Démarrer.",
  code: "Votre code",
  codeHint: "Huit signes, par exemple K7M3-4TQ2.",
  codeMissing: "Tapez d’abord votre code.",
  start: "Démarrer",
  starting: "Un instant. Nous cherchons votre rendez-vous.",
  safe: "Ce que vous faites ici est effacé après votre entretien.",
  stop: "Arrêter et tout effacer",
  stopTitle: "Voulez-vous arrêter ?",
  stopMeans: "Nous effaçons tout sur cet ordinateur. Votre rendez-vous reste. Vous pourrez retaper le code plus tard.",
  stopYes: "Oui, arrêter et tout effacer",
  stopNo: "Non, continuer",
  wiping: "Un instant. Nous effaçons tout.",
  idleTitle: "Êtes-vous encore là ?",
  idleMeans: "Vous n’avez rien fait depuis un moment. Dans une minute, nous effaçons tout sur cet ordinateur.",
  idleSeconds: "Encore {seconds} secondes.",
  idleStay: "Oui, je suis encore là",
};
