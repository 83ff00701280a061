import type { Texts } from "../texts.js";
import type { nl } from "./nl.js";

export const fr: Texts<typeof nl> = {
  invalid_input: "Quelque chose n’est pas bien rempli. Vérifiez les champs et réessayez.",
  not_found: "Nous ne trouvons pas (ou plus) cela. Revenez en arrière et rechargez la page.",
  unauthenticated: "Vous n’êtes pas (ou plus) connecté. Connectez-vous à nouveau.",
  forbidden: "Vous n’avez pas accès à cela. Demandez à votre responsable.",
  cross_site: "Cette demande venait d’un autre site. Ouvrez de nouveau la page et réessayez.",
  too_many_requests: "Vous avez essayé trop souvent. Attendez quelques minutes et réessayez.",
  too_large: "Votre texte est trop long. Raccourcissez-le et réessayez.",
  unsupported_media_type: "La page est dépassée. Rechargez-la et réessayez.",
  server_error: "Un problème s’est produit chez nous. Réessayez plus tard, ou appelez la commune.",
  not_set_up: "Le guichet numérique n’est pas encore prêt. Revenez plus tard, ou appelez la commune.",
  unavailable:
    "Notre service ne fonctionne pas pour le moment. Réessayez dans quelques minutes, ou appelez la commune.",
  slot_taken: "Quelqu’un d’autre vient de prendre cette heure. Choisissez une autre heure.",
  slot_not_offered: "Cette heure n’est plus libre. Choisissez une autre heure.",
  link_unknown: "Nous ne connaissons pas ce lien. Rouvrez le lien de votre dernier e-mail de la commune.",
  appointment_cancelled: "Ce rendez-vous est annulé. Vous pouvez prendre un nouveau rendez-vous.",
  appointment_over: "Ce rendez-vous est passé. Vous pouvez prendre un nouveau rendez-vous.",
  too_late_to_change: "Le rendez-vous est trop proche pour le modifier. Appelez la commune.",
  too_early: "La salle d’attente n’est pas encore ouverte. Revenez un peu plus tard.",
  not_admitted: "Vous n’êtes pas encore admis. Allez dans la salle d’attente et attendez l’agent.",
  other_tab: "Votre entretien est ouvert dans un autre onglet ou une autre fenêtre. Continuez là, ou reprenez-le ici.",
  arrival_removed: "L’agent a mis fin à votre entretien. Appelez la commune si ce n’est pas normal.",
  arrival_replaced: "Votre entretien continue sur un autre appareil.",
  meeting_ended: "L’entretien est terminé.",
  meeting_not_in_progress: "L’entretien n’est pas en cours. Rechargez la page.",
  helper_withdrawn: "Cette invitation a été retirée. Demandez un nouveau lien à la personne qui vous a invité.",
  helpers_full: "Vous avez déjà invité assez de personnes. Retirez d’abord une invitation.",
  calls_unavailable:
    "Les entretiens vidéo ne fonctionnent pas pour le moment. Réessayez plus tard, ou appelez la commune.",
  document_too_large:
    "Ce fichier est trop grand. Il peut faire 10 Mo au plus. Choisissez un fichier plus petit, ou montrez-le à la caméra.",
  document_empty: "Ce fichier est vide. Choisissez un autre fichier, ou montrez-le à la caméra.",
  document_type:
    "Nous ne pouvons pas accepter ce fichier. Il faut un PDF ou une photo (JPEG, PNG ou HEIC). Choisissez un autre fichier, ou montrez-le à la caméra.",
  document_incomplete: "Votre document n’est pas arrivé en entier. Envoyez-le encore une fois.",
  document_answered: "Cette demande a déjà une réponse, ou a été retirée. Demandez à l’agent de la poser à nouveau.",
  document_forgotten:
    "Ce document est effacé, car sa durée de conservation est passée. Redemandez-le si vous en avez encore besoin.",
  guest_not_told:
    "Le visiteur ne sait pas encore que vous arrivez. Attendez un instant : vous entrerez automatiquement.",
  guest_gone: "Vous ne faites plus partie de cet entretien. Vous voulez revenir ? Demandez-le à l’agent.",
  kiosk_code_unknown:
    "Nous ne connaissons pas ce code, ou il ne fonctionne pas en ce moment. Vérifiez le code dans votre e-mail. Il fonctionne à partir de la veille de votre rendez-vous.",
  reservation_over: "Vous ne pouvez plus répondre ici.",
  interpreter_released: "Nous n’avons plus besoin de vous dans cet entretien.",
};
