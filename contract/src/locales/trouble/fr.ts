import type { Texts } from "../texts.js";
import type { nl } from "./nl.js";

export const fr: Texts<typeof nl> = {
  problemTitleBoth: "Nous ne pouvons pas utiliser votre caméra et votre micro",
  problemTitleCamera: "Nous ne pouvons pas utiliser votre caméra",
  problemTitleMicrophone: "Nous ne pouvons pas utiliser votre micro",
  problemBlocked: "Votre navigateur a refusé l’accès. Vous pouvez l’autoriser à nouveau :",
  problemMissing: "Nous ne trouvons pas de caméra ou de micro. Branchez l’appareil et réessayez.",
  problemBusy:
    "Un autre programme utilise votre caméra ou votre micro. Fermez les autres appels vidéo, comme Teams ou Zoom, et réessayez.",
  problemInsecure:
    "Cette page n’est pas ouverte de façon sûre. Ouvrez à nouveau le lien de votre e-mail. L’adresse doit commencer par https.",
  problemOther: "Il y a un problème avec votre caméra ou votre micro. Rebranchez-les ou redémarrez votre appareil.",
  blockedChrome:
    "Cliquez sur le symbole à gauche de l’adresse, en haut du navigateur. Mettez caméra et micro sur « autoriser ». Réessayez ensuite.",
  blockedFirefox:
    "Cliquez sur le symbole barré à gauche de l’adresse, en haut. Supprimez le blocage. Réessayez ensuite.",
  blockedSafari:
    "Sur un Mac : choisissez « Réglages pour ce site web » dans le menu Safari et mettez caméra et micro sur « Autoriser ». Sur un iPhone ou iPad : touchez le symbole près de l’adresse, choisissez « Réglages du site web » et autorisez caméra et micro.",
  blockedOther: "Cherchez caméra et micro dans les réglages de votre navigateur, et autorisez-les pour ce site.",

  systemMac:
    "Votre Mac n’autorise pas votre navigateur. Ouvrez Réglages Système et choisissez « Confidentialité et sécurité ». Activez-y votre navigateur sous Appareil photo et sous Micro. Réessayez ensuite.",
  systemWindows:
    "Windows n’autorise pas votre navigateur. Ouvrez Paramètres et choisissez « Confidentialité et sécurité ». Autorisez-y la caméra et le micro pour votre navigateur. Réessayez ensuite.",
  systemIos:
    "Votre iPhone ou iPad n’autorise pas votre navigateur. Ouvrez Réglages et cherchez votre navigateur dans la liste. Activez-y Appareil photo et Micro. Réessayez ensuite.",
  systemAndroid:
    "Votre appareil n’autorise pas votre navigateur. Ouvrez Paramètres, choisissez Applications puis votre navigateur. Sous Autorisations, autorisez la caméra et le micro. Réessayez ensuite.",
  systemOther:
    "Votre ordinateur n’autorise pas votre navigateur. Cherchez caméra et micro dans les réglages de votre ordinateur. Autorisez-les pour votre navigateur. Réessayez ensuite.",

  goWithout: "Cela ne marche pas ? L’appel est possible sans. Vous pouvez écrire dans le chat.",
  tryAgain: "Réessayer",
  withoutCamera: "Continuer sans caméra",
  withoutMicrophone: "Continuer sans micro",

  cameraStopped: "Votre caméra s’est arrêtée. Nous la relançons.",
  microphoneStopped: "Votre micro s’est arrêté. Nous le relançons.",
  cameraLost: "Votre caméra s’est arrêtée",
  microphoneLost: "Votre micro s’est arrêté",
  stoppedHelp:
    "Cela arrive par exemple quand vous recevez un autre appel. Cet appel est terminé ? Choisissez alors le bouton.",
  cameraRestart: "Rallumer la caméra",
  microphoneRestart: "Rallumer le micro",

  offline: "Vous n’avez pas internet pour le moment.",
  offlineHelp:
    "Vérifiez que votre wifi ou vos données mobiles sont activés. Votre internet est revenu ? Nous rappelons alors automatiquement.",
  counter: "Le guichet ne répond pas pour le moment.",
  nothingToDo: "Vous n’avez rien à faire.",
  counterHelp: "D’autres sites ne marchent pas non plus ? C’est alors votre internet.",
  video: "Le guichet répond, mais pas encore la vidéo.",
  videoHelp: "Cela dure longtemps ? Essayez un autre réseau, par exemple l’internet de votre téléphone.",
  blocked: "Le guichet répond, mais la vidéo ne passe pas. Le plus souvent, votre réseau la bloque.",
  blockedHelp:
    "Cela arrive parfois au travail ou à l’hôtel. Coupez le wifi et utilisez l’internet de votre téléphone. Vous avez un VPN ? Désactivez-le. Rappelez ensuite.",
  faltering: "L’image et le son passent mal pour le moment.",
  falteringHelp: "Rapprochez-vous de votre wifi, ou essayez un autre réseau.",
  callNow: "Rappeler maintenant",
  callingNow: "Nous rappelons maintenant.",
  serverAway: "Le guichet ne répond pas pour un instant. L’appel continue. Vous n’avez rien à faire.",
  chatAway: "Le chat ne marche pas pour un instant. L’image et le son continuent. Vous n’avez rien à faire.",
};
