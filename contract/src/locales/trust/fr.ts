import type { Texts } from "../texts.js";
import type { nl } from "./nl.js";

export const fr: Texts<typeof nl> = {
  with: "Vous parlez avec {name}, agent du guichet {counter}, {municipality}.",
  closed: "Cet entretien est privé. Personne ne l’enregistre.",
  more: "Qui peut vous entendre ?",
  onlyThese: "Seules ces personnes vous voient et vous entendent :",
  nobody: "Personne ne vous entend maintenant.",
  how: "L’agent fait entrer chacun lui-même. Si quelqu’un arrive, vous le voyez ici. L’image et le son ne sont gardés nulle part.",
  vouched: "La commune garantit le nom et le rôle de l’agent.",
  joined: "{name} ({role}) est maintenant dans l’entretien.",
  left: "{name} ({role}) n’est plus dans l’entretien.",
  coming:
    "{name} ({role}) va nous rejoindre. {name} pourra alors vous voir et vous entendre. Vous ne le voulez pas ? Dites-le à l’agent.",
  comingInWriting:
    "{name} ({role}) va nous rejoindre. {name} pourra alors lire le chat. Vous ne le voulez pas ? Dites-le à l’agent.",
  takesOver: "{name} ({role}) reprend cet entretien. Vous continuerez avec {name}.",
};
