import type { Texts } from "../texts.js";
import type { nl } from "./nl.js";

export const fr: Texts<typeof nl> = {
  title: "De la part de l’agent",
  page: "L’agent vous montre une page",
  pageOn: "Sur {host}. L’entretien continue.",
  pageOpen: "Ouvrir dans un nouvel onglet",
  close: "Fermer ce message",
  given: "L’agent vous donne un document",
  givenKeep: "Enregistrez-le maintenant. Après l’entretien, ce n’est plus possible ici.",
  givenSaved:
    "Vous avez reçu ce document. Vérifiez que vous pouvez l’ouvrir. Vous pouvez l’enregistrer encore jusqu’à la fin de l’entretien.",
  givenSave: "Enregistrer le document ({size})",
  givenAtKiosk:
    "Vous ne pouvez pas l’enregistrer sur cet ordinateur. Demandez à l’agent de vous l’envoyer par e-mail ou de vous le donner.",
  givenBack: "L’agent a repris ce document : {name}",

  clerkTitle: "Montrer et donner",
  pages: "Pages préparées",
  pagesHint:
    "Choisissez une page. Le visiteur voit aussitôt un bouton pour l’ouvrir. Le lien vient aussi dans la messagerie.",
  pageShown: "Le visiteur voit maintenant : {title}",
  pageGone: "Le visiteur ne voit plus de page.",

  give: "Donner un document",
  giveHint: "Un PDF ou une photo, 10 Mo au plus. Le visiteur peut l’enregistrer jusqu’à la fin de l’entretien.",
  giveChoose: "Choisir un fichier",
  giveTitle: "Donner ce document à {name} ?",
  giveCare: "Vérifiez qu’il est pour ce visiteur. Ce qui est enregistré ne peut plus être repris.",
  giveSure: "Le donner à {name}",
  cancel: "Annuler",
  stateGiven: "donné, pas encore reçu",
  stateOpened: "reçu par le visiteur",
  stateBack: "repris, le visiteur ne l’a pas",
  stateBackTooLate: "repris, mais le visiteur l’avait déjà",
  openedNow: "Le visiteur a reçu {name}.",
  takeBack: "Reprendre",
  takeBackOf: "Reprendre : {name}",
};
