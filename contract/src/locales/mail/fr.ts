import type { Texts } from "../texts.js";
import type { nl } from "./nl.js";

export const fr: Texts<typeof nl> = {
  greeting: "Bonjour {name},",
  closing: "Cordialement,",
  automatic: "Cet e-mail a été envoyé automatiquement.",

  when: "{date} à {time} ({zone})",
  whenShort: "{date} à {time}",

  confirmedSubject: "Votre rendez-vous vidéo avec {municipality} : {when}",
  confirmedLead: "Votre rendez-vous vidéo est fixé.",
  movedSubject: "Votre rendez-vous vidéo avec {municipality} est déplacé : {when}",
  movedLead: "Votre rendez-vous vidéo est déplacé. Voici le nouveau moment :",
  cancelledSubject: "Votre rendez-vous vidéo avec {municipality} est annulé : {when}",
  cancelledByCitizenLead: "Vous avez annulé votre rendez-vous vidéo. Il n’aura pas lieu.",
  cancelledByOfficeLead: "Nous devons annuler votre rendez-vous vidéo. Il n’aura pas lieu. Toutes nos excuses.",
  cancelledHelp: "Vous avez encore besoin d’un rendez-vous ? Vous pouvez choisir un nouveau moment.",
  bookAgain: "Prendre un nouveau rendez-vous",
  reminderDaySubject: "Rappel : votre rendez-vous vidéo avec {municipality}, {when}",
  reminderDayLead: "Ceci est un rappel. Vous avez bientôt un rendez-vous vidéo.",
  reminderHourSubject: "Votre rendez-vous vidéo avec {municipality} commence à {time}",
  reminderHourLead: "Votre rendez-vous vidéo commence bientôt.",

  labelAbout: "Pour",
  labelWhen: "Quand",
  labelDuration: "Durée",
  duration: "{minutes} minutes",
  labelBring: "À garder sous la main",

  openLink: "Vers mon rendez-vous",
  linkBelow: "Ou copiez ce lien :",
  linkIsSecret: "Ce lien est pour vous seul. Ne le transmettez pas, sauf à une personne qui vous aide.",

  howTitle: "Comment ça marche",
  howOpen: "Ouvrez le lien sur un ordinateur, une tablette ou un téléphone avec une caméra et un micro.",
  howNoApp: "Vous n’avez besoin ni d’une application, ni d’un compte.",
  howTest: "Vous pouvez tester à l’avance votre caméra et votre son.",
  howWait: "Venez quelques minutes plus tôt. Un agent vous fera entrer.",

  changeTitle: "Vous ne pouvez pas venir ?",
  change: "Avec le même lien, vous pouvez déplacer ou annuler le rendez-vous.",
  phoneTitle: "Un problème ?",
  phone: "Appelez-nous au {phone}.",
  calendarHint: "En pièce jointe, vous trouvez le rendez-vous pour votre agenda.",
  calendarGone: "Avec la pièce jointe, le rendez-vous disparaît de votre agenda.",

  followUpSubject: "Après votre rendez-vous vidéo avec {municipality}",
  followUpLead: "Merci pour votre rendez-vous vidéo ({when}).",
  followUpMessage: "Message de l’agent",
  followUpLinks: "Liens donnés pendant l’appel",
  followUpSurvey: "Comment cela s’est-il passé pour vous ?",
  followUpSurveyWhy: "Trois courtes questions. Votre réponse nous aide à améliorer le guichet.",
  openSurvey: "Répondre aux questions",

  calendarSummary: "Rendez-vous vidéo {municipality}",
  calendarAbout: "Pour : {service}",
  calendarBring: "À garder sous la main : {bring}",
  calendarOpen: "Ouvrez ce lien pour participer, déplacer ou annuler : {link}",
  calendarPhone: "Un problème ? Appelez le {phone}.",
};
