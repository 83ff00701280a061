import type { Texts } from "../texts.js";
import type { nl } from "./nl.js";

export const en: Texts<typeof nl> = {
  title: "Dialling in",
  allow: "Let somebody dial in",
  askTitle: "Who may dial in?",
  askText:
    "You get a number and a PIN for one person. Pass them on. The visitor reads who comes as soon as the PIN is keyed in.",
  who: "Who is it?",
  interpreter: "An interpreter",
  helper: "Somebody who helps the visitor",
  helperNote: "A carer or relative, or somebody of a relay service for deaf people.",
  name: "Name",
  nameHint: "The visitor reads this name.",
  nameMissing: "Fill in a name.",
  language: "Language",
  chooseLanguage: "Choose a language",
  languageMissing: "Choose a language.",
  go: "Make a PIN",
  close: "Close",

  ofInterpreter: "{name}, interpreter: {language}",
  ofHelper: "{name}, helps the visitor",
  number: "Number",
  pin: "PIN",
  until: "Works once, until {time}.",
  ready: "{name} can dial in now. Number: {number}. PIN: {pin}.",
  copy: "Copy number and PIN",
  copied: "Copied.",
  notCopied: "Copying did not work. Type it over.",
  message: "Dial {number}. Then key in the PIN {pin}. That works until {time}.",
  showAgain: "Show the PIN",
  hidden: "The PIN is not in this window. Withdraw it and make a new one.",
  withdraw: "Withdraw the PIN of {name}",
  citizenTitle: "{name} without internet",
  citizenText:
    "Without internet, people call the meeting and wait on the line. Make a PIN and read it to them. A PIN of before does not work any more then.",
  citizenTell: "Read out the number and the PIN.",
  citizenFrom:
    "They can call on {day}, from {from} to {until}, and until the end of the call. If the line breaks, the same PIN works again.",
  dialsIn: "{name} is dialling in.",
  isIn: "{name} is in the call and interprets: {language}.",
  removeText: "The line with {name} is closed. Dialling in again needs a new PIN.",
};
