import type { Texts } from "../texts.js";
import type { nl } from "./nl.js";

export const fr: Texts<typeof nl> = {
  title: "Entrer par téléphone",
  allow: "Laisser quelqu’un entrer par téléphone",
  askTitle: "Qui peut entrer par téléphone ?",
  askText:
    "Vous recevez un numéro et un code PIN pour une seule personne. Transmettez-les. Le visiteur lit qui arrive dès que le code est tapé.",
  who: "Qui est-ce ?",
  interpreter: "Un interprète",
  helper: "Quelqu’un qui aide le visiteur",
  helperNote: "Un accompagnateur, ou quelqu’un d’un service qui téléphone pour les personnes sourdes.",
  name: "Nom",
  nameHint: "Le visiteur lit ce nom.",
  nameMissing: "Indiquez un nom.",
  language: "Langue",
  chooseLanguage: "Choisissez une langue",
  languageMissing: "Choisissez une langue.",
  go: "Créer un code PIN",
  close: "Fermer",

  ofInterpreter: "{name}, interprète : {language}",
  ofHelper: "{name}, aide le visiteur",
  number: "Numéro",
  pin: "Code PIN",
  until: "Valable une fois, jusqu’à {time}.",
  ready: "{name} peut maintenant appeler. Numéro : {number}. Code PIN : {pin}.",
  copy: "Copier le numéro et le code",
  copied: "Copié.",
  notCopied: "La copie n’a pas fonctionné. Recopiez à la main.",
  message: "Appelez le {number}. Tapez ensuite le code PIN {pin}. C’est possible jusqu’à {time}.",
  showAgain: "Afficher le code PIN",
  hidden: "Le code PIN n’est pas dans cette fenêtre. Retirez-le et créez-en un nouveau.",
  withdraw: "Retirer le code de {name}",
  citizenTitle: "{name} sans internet",
  citizenText:
    "Sans internet, on appelle la conversation et on attend en ligne. Créez un code PIN et lisez-le à haute voix. Un code précédent ne fonctionne alors plus.",
  citizenTell: "Lisez le numéro et le code PIN à haute voix.",
  citizenFrom:
    "On peut appeler le {day}, de {from} à {until}, et jusqu’à la fin de la conversation. Si la ligne est coupée, le même code fonctionne encore.",
  dialsIn: "{name} entre par téléphone.",
  isIn: "{name} est dans l’entretien et interprète : {language}.",
  removeText: "La ligne avec {name} sera coupée. Pour rappeler, il faut un nouveau code PIN.",
};
