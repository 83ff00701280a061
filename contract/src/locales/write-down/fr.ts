import type { Texts } from "../texts.js";
import type { nl } from "./nl.js";

export const fr: Texts<typeof nl> = {
  writeDown: "Notez ceci, ou imprimez-le.",
  noMail: "Vous ne recevez ni e-mail ni lettre. Si quelque chose change, nous vous appelons.",
  when: "Quand",
  call: "Appelez alors ce numéro",
  pin: "Votre code PIN",
  about: "Pour quoi",
  bring: "À préparer",
  howCall: "Appelez à cette heure. Vous entendez une voix et tapez votre code PIN.",
  howWait: "Restez en ligne. Un agent vous parle ensuite.",
  howAgain: "La ligne coupe ? Rappelez, avec le même code PIN.",
  print: "Imprimer ceci",
};
