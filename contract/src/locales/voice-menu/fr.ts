import type { Texts } from "../texts.js";
import type { nl } from "./nl.js";

export const fr: Texts<typeof nl> = {
  too_early: "Vous appelez trop tôt. Vous pouvez appeler à partir de {opens}. Votre rendez-vous est à {starts}.",
  next: "Vous êtes la prochaine personne. Restez en ligne. Vous ne devez rien faire.",
  position: "Vous attendez votre tour. Il y a encore {before} personnes avant vous. Restez en ligne.",
  one: "Vous attendez votre tour. Il y a encore une personne avant vous. Restez en ligne.",
  soon: "Un agent va vous faire entrer. Restez en ligne.",
  call: "C’est votre tour. Nous vous mettons en communication.",
  in_call: "Quelqu’un est déjà dans la conversation avec ce code. La ligne a été coupée ? Rappelez dans une minute.",
  over: "L’heure de votre rendez-vous est passée. Prenez un nouveau rendez-vous.",
  cancelled: "Ce rendez-vous est annulé. Prenez un nouveau rendez-vous.",
  ended: "Votre conversation est terminée. Merci.",
  removed: "Vous ne pouvez plus entrer dans cette conversation. Appelez la commune si vous avez besoin d’aide.",
  elsewhere: "Vous continuez sur un autre appareil. Cette ligne est maintenant coupée.",
};
