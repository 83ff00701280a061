import type { Texts } from "../texts.js";
import type { nl } from "./nl.js";

export const en: Texts<typeof nl> = {
  title: "How did it go?",
  intro: "Three short questions. Your answers help us to make this counter better.",
  ease: "How easy was it to be helped by video?",
  ease5: "Very easy",
  ease4: "Easy",
  ease3: "Neither easy nor hard",
  ease2: "Hard",
  ease1: "Very hard",
  easeMissing: "Choose how easy it was.",
  wasHelped: "Were you helped?",
  yes: "Yes",
  partly: "Partly",
  no: "No",
  wasHelpedMissing: "Choose whether you were helped.",
  comment: "What could be better?",
  commentHint: "Please write nothing here about yourself or your file.",
  commentMissing: "Make your text shorter: at most 1000 characters.",
  send: "Send your answers",
  sending: "One moment. We are sending your answers.",
  thanksTitle: "Thank you",
  thanks: "We have received your answers.",
  change: "Change your answers",
};
