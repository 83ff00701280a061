import type { Texts } from "../texts.js";
import type { nl } from "./nl.js";

export const fr: Texts<typeof nl> = {
  title: "Comment cela s’est-il passé ?",
  intro: "Trois courtes questions. Vos réponses nous aident à améliorer ce guichet.",
  ease: "Était-ce facile d’être aidé par vidéo ?",
  ease5: "Très facile",
  ease4: "Facile",
  ease3: "Ni facile ni difficile",
  ease2: "Difficile",
  ease1: "Très difficile",
  easeMissing: "Choisissez si c’était facile.",
  wasHelped: "Avez-vous été aidé ?",
  yes: "Oui",
  partly: "En partie",
  no: "Non",
  wasHelpedMissing: "Choisissez si vous avez été aidé.",
  comment: "Que pouvons-nous améliorer ?",
  commentHint: "N’écrivez pas ici de données sur vous-même ou sur votre dossier.",
  commentMissing: "Raccourcissez votre texte : 1000 caractères au plus.",
  send: "Envoyer vos réponses",
  sending: "Un instant. Nous envoyons vos réponses.",
  thanksTitle: "Merci",
  thanks: "Nous avons bien reçu vos réponses.",
  change: "Modifier vos réponses",
};
