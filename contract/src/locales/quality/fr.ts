import type { Texts } from "../texts.js";
import type { nl } from "./nl.js";

export const fr: Texts<typeof nl> = {
  level_good: "Connexion : bonne",
  level_fair: "Connexion : moyenne. L’image peut être moins nette.",
  level_poor: "Connexion : mauvaise",
  poor: "Votre connexion est mauvaise.",
  poorHelp: "Rapprochez-vous de votre wifi ou fermez d’autres programmes.",
  poorNext: "Si cela ne s’améliore pas, nous arrêtons l’image.",
  poorUnsent: "Nous n’envoyons pas votre image pour le moment, pour que la voix passe.",
  noPictures: "L’image est à l’arrêt.",
  noPicturesMeans:
    "Votre connexion est trop mauvaise pour l’image. Ainsi, vous vous entendez mieux. L’image revient d’elle-même.",
  still: "Image fixe",
};
