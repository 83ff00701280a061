import type { Texts } from "../texts.js";
import type { nl } from "./nl.js";

export const fr: Texts<typeof nl> = {
  live: "L’autre personne lit pendant que j’écris",
  liveHint: "L’autre personne voit chaque lettre tout de suite. Appuyez sur Entrée quand votre phrase est finie.",
  liveBy: "{name} écrit :",
  liveBegun: "Vous lisez ce que {name} écrit. Le texte est sous les messages.",
  size: "Taille des lettres",
  size_normal: "Normale",
  size_large: "Grande",
  size_larger: "Plus grande",
  size_largest: "Très grande",
  copy: "Copier les messages",
  copied: "Les messages sont copiés. Vous pouvez maintenant les coller ailleurs.",
  copyFailed: "La copie n’a pas réussi. Sélectionnez le texte vous-même et copiez-le.",
  kept: "Nous ne gardons pas ce que vous écrivez ici. Seule cette page le retient, jusqu’à la fin de l’appel. Les liens que l’agent choisit arrivent ensuite dans un e-mail au visiteur.",
  cut: "Ce message était trop long. Voici le début.",
  flood: "{name} envoie trop de messages à la suite. Nous ne montrons pas les autres.",

  linksOfChat: "Liens du chat",
  linksOfChatHint: "Choisissez les liens à mettre dans l’e-mail.",
  linkBy: "de {name}",
  linkOwn: "de vous",
  linksTooMany: "Ne choisissez pas plus de {most} liens.",
};
