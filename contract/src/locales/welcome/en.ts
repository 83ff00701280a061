import type { Texts } from "../texts.js";
import type { nl } from "./nl.js";

export const en: Texts<typeof nl> = {
  title: "Welcome to the counter of {municipality}",
  intro: "Choose a name and a password. Then you are signed in.",
  once: "This link works once. After that you sign in with your email address and your password.",
  email: "Your email address",
  emailHint: "You sign in with it.",
  name: "Your name",
  nameHint: "Visitors see this name during the call.",
  nameMissing: "Enter your name.",
  nameTooLong: "Your name is too long. Use 120 characters at most.",
  nameWrong: "Your name has a character that is not possible. Type it again.",
  password: "Choose a password",
  passwordHint: "At least 12 characters. A few words in a row are good and easy to remember.",
  passwordMissing: "Choose a password of at least 12 characters.",
  passwordTooShort: "Your password is too short. Use at least 12 characters.",
  passwordTooLong: "Your password is too long. Use 200 characters at most.",
  showPassword: "Show the password",
  accept: "Save and sign in",
  deadTitle: "This link does not work",
  toConsole: "To the sign-in page",
};
