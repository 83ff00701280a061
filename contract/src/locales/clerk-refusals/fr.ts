import type { Texts } from "../texts.js";
import type { nl } from "./nl.js";

export const fr: Texts<typeof nl> = {
  wrong_credentials: "L’adresse e-mail ou le mot de passe n’est pas correct. Réessayez.",
  welcome_unknown:
    "Nous ne connaissons pas ce lien. Copiez le lien entier ou demandez-en un nouveau à votre administrateur.",
  welcome_used:
    "Ce lien a déjà servi. Connectez-vous avec votre adresse e-mail et votre mot de passe, ou demandez un nouveau lien à votre administrateur.",
  welcome_expired: "Ce lien n’est plus valable. Demandez un nouveau lien à votre administrateur.",
  meeting_not_ended: "L’entretien est encore en cours. C’est possible seulement après l’entretien.",
  admitted_by_colleague: "Un collègue a déjà admis cette personne.",
  phone_not_asked: "Le visiteur n’a pas demandé à être appelé. Demandez-le-lui d’abord.",
  documents_full: "Il y a déjà six documents dans cet entretien. Retirez-en d’abord un.",
  company_full:
    "Cinq personnes de plus sont déjà dans cet entretien, ou invitées. Retirez d’abord une demande, ou laissez partir quelqu’un.",
  colleague_withdrawn: "Cette demande a été retirée. Vous n’avez rien à faire.",
  colleague_answered: "Cette demande a déjà reçu une réponse. Rechargez la page.",
  colleague_not_accepted: "Vous n’avez pas encore accepté cette demande. Choisissez d’abord : accepter.",
  handover_over: "Cette demande ne vaut plus. Elle est retirée, il y a déjà une réponse, ou une minute est passée.",
  handover_accepted: "Un collègue reprend déjà l’entretien. Retirez d’abord cette demande.",
  clerk_busy: "Cet agent mène maintenant un autre entretien. Terminez-le d’abord.",
  clerk_away: "Ce collègue n’a plus la file d’attente ouverte. Choisissez quelqu’un d’autre.",
  no_phone: "Il n’y a pas de téléphone ici pour appeler un interprète.",
  may_not_phone: "Vous ne pouvez pas faire appeler d’interprète. Demandez-le à votre administrateur.",
  interpreter_busy: "Cet interprète est déjà appelé, ou est en conversation. Réessayez plus tard.",
  number_not_allowed: "Ce numéro ne peut pas être appelé d’ici. Demandez-le à la personne qui gère Balie chez vous.",
  phone_minutes_used: "Les minutes d’appel d’aujourd’hui sont épuisées. Réessayez demain.",
  interpreters_full: "Il y a déjà deux interprètes, ou on en cherche. Arrêtez-en d’abord un.",
  interpreter_by_video: "Une langue des signes ne passe pas par le téléphone. Envoyez un lien par e-mail.",
  interpreter_known: "Un interprète avec ce nom et ce numéro est déjà sur la liste. Modifiez celui-là.",
  dial_in_unavailable:
    "Personne ne peut se joindre par téléphone ici : il n’y a pas de numéro. Demandez-le à votre administrateur.",
  dial_ins_full: "Trois personnes peuvent déjà se joindre par téléphone à cet entretien. Retirez-en d’abord une.",
  dial_in_over: "Ce code PIN ne fonctionne plus. Créez-en un nouveau.",
  pin_unknown: "Nous ne connaissons pas ce code PIN, ou il ne fonctionne plus. Demandez-en un nouveau à l’agent.",
  menu_cannot_wait:
    "Le menu vocal de votre central ne peut faire attendre personne. Demandez le nouveau menu vocal à votre service informatique.",
};
