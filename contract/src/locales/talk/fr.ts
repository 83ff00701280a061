import type { Texts } from "../texts.js";
import type { nl } from "./nl.js";

export const fr: Texts<typeof nl> = {
  hold: "Maintenez pour parler",
  talking: "Vous parlez",
  keys: "Micro activé ou coupé : Ctrl + Maj + M. Parler tant que vous maintenez : Ctrl + espace.",
  isOn: "Votre micro est activé.",
  isOff: "Votre micro est coupé.",
};
