import type { Texts } from "../texts.js";
import type { nl } from "./nl.js";

export const fr: Texts<typeof nl> = {
  title: "Interpréter dans un entretien vidéo",
  asks: "{municipality} vous demande d’interpréter : {language}.",
  language: "Langue",
  whereVideo: "Par vidéo, sur cette page. Il faut une caméra, ni application ni compte.",
  waiting: "Vous attendez. L’agent de {name} vous fait entrer. Nous prévenons d’abord le visiteur.",
  calledTitle: "Interpréter pour {name}",
  unknownTitle: "Nous ne trouvons pas cet entretien",
  unknown: "Le lien est-il complet ? Rouvrez-le dans l’e-mail.",
  overTitle: "Cet entretien est passé depuis longtemps",
  over: "Vous ne devez rien faire.",
  withdrawnTitle: "Nous n’avons plus besoin de vous",
  withdrawn: "L’entretien a été déplacé, ou quelqu’un d’autre vient. Vous ne devez rien faire.",
  cancelled: "Vous ne devez rien faire.",
  ended: "Merci d’avoir interprété. Vous pouvez fermer cette page.",
  removedTitle: "Nous n’avons plus besoin de vous",
  removed: "L’agent de {name} n’a plus besoin de vous. Ce lien ne permet plus d’entrer.",
  elsewhere:
    "Continuez là-bas. Ou fermez d’abord la page là-bas, puis réessayez ici. Cela ne marche pas ? Téléphonez à {name}.",
  leftTitle: "Vous n’êtes plus dans l’entretien",
  left: "On a encore besoin de vous ? Retournez alors dans la salle d’attente.",
};
