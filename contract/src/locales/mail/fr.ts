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
  linkIsSecret:
    "Ce lien est pour vous seul. Ne le transmettez pas. Sur cette page, la personne qui vous aide reçoit son propre lien.",

  howTitle: "Comment ça marche",
  howOpen: "Ouvrez le lien sur un ordinateur, une tablette ou un téléphone avec une caméra et un micro.",
  howNoApp: "Vous n’avez besoin ni d’une application, ni d’un compte.",
  howTest: "Vous pouvez tester à l’avance votre caméra et votre son.",
  howWait: "Venez quelques minutes plus tôt. Un agent vous fera entrer.",

  dialInTitle: "Vous appelez vous-même",
  dialIn: "Appelez le {number}. Tapez ensuite votre code PIN : {pin}.",
  dialInWait:
    "Vous pouvez appeler à partir d’une demi-heure avant votre rendez-vous. Vous restez en ligne jusqu’à votre tour. Si la ligne est coupée, rappelez avec le même code. Ne donnez ce code à personne d’autre.",
  calendarDialIn: "Plutôt par téléphone ? Appelez le {number}. Tapez ensuite votre code PIN : {pin}.",
  kioskTitle: "Pas d’appareil à vous ?",
  kiosk:
    "Utilisez un ordinateur de la bibliothèque ou de la maison communale. Allez sur {url} et tapez ce code : {code}. Le code fonctionne à partir de la veille de votre rendez-vous.",

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

  helperSubject: "{name} vous invite à un entretien avec {municipality}",
  helperLead: "{name} a un entretien vidéo avec {municipality} et souhaite que vous l’aidiez.",
  helperMovedSubject: "Déplacé : l’entretien de {name} avec {municipality} a lieu le {when}",
  helperMovedLead: "L’entretien de {name} avec {municipality} est déplacé. Voici le nouveau moment :",
  helperCancelledSubject: "Annulé : l’entretien de {name} avec {municipality} du {when}",
  helperCancelledLead: "L’entretien de {name} avec {municipality} n’aura pas lieu. Vous ne devez rien faire.",
  helperOpen: "Vers l’entretien",
  helperSecret: "Ce lien est pour vous seul. Ne le transmettez pas.",
  helperUnknown: "Vous ne connaissez pas {name} ? Alors vous ne devez rien faire.",

  calendarSummary: "Rendez-vous vidéo {municipality}",
  calendarAbout: "Pour : {service}",
  calendarBring: "À garder sous la main : {bring}",
  calendarOpen: "Ouvrez ce lien pour participer, déplacer ou annuler : {link}",
  calendarPhone: "Un problème ? Appelez le {phone}.",

  labelLanguage: "Langue",
  labelAnswerBy: "Répondez avant",
  reservationAskedSubject: "Pouvez-vous interpréter pour {municipality}, {when} ?",
  reservationAskedLead: "{municipality} cherche un interprète pour un entretien vidéo. Êtes-vous libre ?",
  reservationHow:
    "Ouvrez le lien et choisissez oui ou non. Vous interprétez par téléphone : nous vous appelons à ce moment.",
  reservationAnswer: "Répondre oui ou non",
  reservationSecret: "Ce lien est pour vous seul. Sans réponse à temps, nous demandons à quelqu’un d’autre.",
  reservationConfirmedSubject: "Vous interprétez pour {municipality}, {when}",
  reservationConfirmedLead: "Merci. Vous interprétez dans un entretien avec {municipality}.",
  reservationBeReady: "Gardez alors votre téléphone près de vous. Nous vous appelons.",
  reservationOpen: "Voir la demande",
  reservationCannot:
    "Vous ne pouvez finalement pas ? Ouvrez le lien et dites-le-nous. Nous cherchons alors quelqu’un d’autre.",
  reservationReminderSubject: "Rappel : vous interprétez pour {municipality}, {when}",
  reservationReminderLead: "Ceci est un rappel. Vous interprétez bientôt pour {municipality}.",
  reservationReleasedSubject: "Annulé : interpréter pour {municipality}, {when}",
  reservationReleasedLead: "Vous ne devez pas interpréter pour {municipality} à ce moment.",
  reservationDeclined: "Vous avez dit que vous ne pouvez pas. Merci pour votre réponse.",
  reservationLapsed: "Nous n’avons pas reçu votre réponse à temps. Nous demandons donc à quelqu’un d’autre.",
  reservationWithdrawn:
    "Le rendez-vous est déplacé ou annulé. Si nous avons besoin de vous plus tard, vous recevez une nouvelle demande.",
  reservationOff:
    "Selon notre liste, vous êtes absent à ce moment, ou nous ne faisons plus appel à vous. Nous demandons donc à quelqu’un d’autre. Ce n’est pas juste ? Dites-le-nous.",
  reservationSummary: "Interpréter pour {municipality} : {language}",
  reservationCalendar: "Ouvrez ce lien pour répondre oui ou non : {link}",
  reservationHowByVideo: "Ouvrez le lien et choisissez oui ou non. Vous interprétez par vidéo, dans votre navigateur.",
  reservationBeReadyByVideo: "Venez à temps avec ce lien. Il faut une caméra. Vous pouvez tout tester avant.",
  reservationCome: "Vers l’entretien",
  reservationCalendarByVideo: "Ce lien vous mène à l’entretien : {link}",
  interpreterAskedSubject: "Interpréter maintenant pour {municipality} : {language}",
  interpreterAskedLead: "{municipality} vous demande d’interpréter maintenant dans un entretien vidéo : {language}.",
  interpreterAskedHow: "Ouvrez le lien dans votre navigateur. Il faut une caméra, pas d’application.",
  interpreterAskedOpen: "Vers l’entretien",
  interpreterAskedLate: "Nous attendons 5 minutes. Ensuite, nous demandons à quelqu’un d’autre.",
};
