import type { Texts } from "../texts.js";
import type { nl } from "./nl.js";

export const fr: Texts<typeof nl> = {
  title: "Votre connexion internet",
  running: "Nous testons votre connexion. Cela prend quelques secondes.",
  fast: "Votre connexion est assez rapide pour l’image et le son.",
  slow: "Votre connexion est lente. L’image peut être mauvaise. Le son passera.",
  tooSlow: "Votre connexion est trop lente pour un appel vidéo.",
  speed: "Réception : {down} Mbit/s. Envoi : {up} Mbit/s.",
  untested: "Nous n’avons pas pu tester votre connexion. Êtes-vous connecté ? Réessayez.",
  pathOpen: "L’image et le son passent.",
  pathClosed:
    "Votre réseau bloque l’image et le son. Cela arrive parfois au travail ou à l’hôtel. Essayez un autre réseau, comme celui de votre téléphone.",
  again: "Tester à nouveau la connexion",
  ready: "Tout fonctionne. Vous êtes prêt pour l’appel.",
  limited: "L’appel sera possible. Tout ne fonctionne pas aussi bien.",
  mayNeedPhone:
    "Un appel vidéo ne sera peut-être pas possible ainsi. L’agent le voit aussi et peut alors vous téléphoner.",
  told: "L’agent voit seulement le résultat de ce test, ni votre image ni votre son.",
  notTold: "Nous n’avons pas pu enregistrer le résultat. L’agent ne le voit donc pas.",

  echoTitle: "Écoutez-vous",
  echoIntro:
    "Dites quelque chose. Après cinq secondes, vous entendez votre voix. Vous seul l’entendez, rien n’est gardé.",
  echoStart: "Enregistrer ma voix",
  echoRecording: "Parlez maintenant. Nous enregistrons cinq secondes.",
  echoPlaying: "Écoutez. Voici ce que vous avez dit.",
  echoDone: "Avez-vous entendu votre voix ? Alors l’agent vous entendra aussi.",
  echoFailed: "L’enregistrement ne marche pas dans ce navigateur. L’appel peut quand même bien se passer.",
};
