import type { Texts } from "../texts.js";
import type { nl } from "./nl.js";

export const fr: Texts<typeof nl> = {
  title: "Bienvenue au guichet de {municipality}",
  intro: "Choisissez un nom et un mot de passe. Vous serez ensuite connecté.",
  once: "Ce lien fonctionne une seule fois. Ensuite, vous vous connectez avec votre adresse e-mail et votre mot de passe.",
  email: "Votre adresse e-mail",
  emailHint: "Elle sert à vous connecter.",
  name: "Votre nom",
  nameHint: "Les visiteurs voient ce nom pendant l’entretien.",
  nameMissing: "Indiquez votre nom.",
  nameTooLong: "Votre nom est trop long. Utilisez 120 caractères au maximum.",
  nameWrong: "Votre nom contient un caractère impossible. Tapez-le à nouveau.",
  password: "Choisissez un mot de passe",
  passwordHint: "Au moins 12 caractères. Quelques mots à la suite conviennent et se retiennent facilement.",
  passwordMissing: "Choisissez un mot de passe d’au moins 12 caractères.",
  passwordTooShort: "Votre mot de passe est trop court. Utilisez au moins 12 caractères.",
  passwordTooLong: "Votre mot de passe est trop long. Utilisez 200 caractères au maximum.",
  showPassword: "Afficher le mot de passe",
  accept: "Enregistrer et se connecter",
  deadTitle: "Ce lien ne fonctionne pas",
  toConsole: "Vers la connexion",
};
