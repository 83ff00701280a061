import type { Texts } from "../texts.js";
import type { nl } from "./nl.js";

export const fr: Texts<typeof nl> = {
  title: "Qui participe",
  ask: "Demander à un collègue de venir",
  askTitle: "À quel collègue demandez-vous de venir ?",
  askText: "Le visiteur est d’abord informé de qui arrive.",
  askOne: "Demander à {name}",
  askNobody: "Il n’y a pas encore d’autre collègue avec un compte.",
  loading: "Un instant. Nous cherchons vos collègues.",
  inCallNow: "est en entretien",
  close: "Fermer",
  asked: "Demande envoyée à {name}. Vous attendez la réponse.",
  withdraw: "Retirer la demande à {name}",
  declined: "{name} ne peut pas venir maintenant.",
  announced: "{name} arrive. Le visiteur en est d’abord informé.",
  isIn: "{name} ({role}) peut participer à cet entretien.",
  removeText: "{name} quitte l’entretien. Vous pourrez lui redemander plus tard.",

  requestTitle: "Un collègue vous demande de venir",
  requestText: "{name} du guichet {counter} vous demande dans un entretien. Sujet : {service}.",
  requestBusy:
    "Vous êtes vous-même en entretien. Si vous venez, vous quittez votre propre entretien. Votre visiteur vous attend alors.",
  requestInCompany: "Vous êtes dans l’entretien d’un collègue. Si vous venez, vous le quittez.",
  requestAtOutcome: "Terminez d’abord votre entretien précédent. Ensuite vous pouvez accepter ici.",
  accept: "Je viens",
  decline: "Je ne peux pas maintenant",
  belong: "Vous participez à l’entretien de {name}.",
  back: "Retour à l’entretien de {name}",
  leave: "Quitter l’entretien",
  waitTitle: "Vous allez entrer",
  waitText: "Le visiteur est d’abord informé que vous arrivez. Ensuite, vous entrez automatiquement.",
  waitLeave: "Finalement non",
  callTitle: "Entretien de {name}",
  removedTitle: "Vous n’êtes plus dans l’entretien",
  removedText: "{name} vous a retiré de l’entretien.",
  over: "L’entretien auquel vous participiez est terminé.",
};
