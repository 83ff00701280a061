import type { Texts } from "../texts.js";
import type { nl } from "./nl.js";

export const de: Texts<typeof nl> = {
  title: "Wie war es?",
  intro: "Drei kurze Fragen. Ihre Antworten helfen uns, diesen Schalter besser zu machen.",
  ease: "Wie leicht war es, per Video Hilfe zu bekommen?",
  ease5: "Sehr leicht",
  ease4: "Leicht",
  ease3: "Weder leicht noch schwer",
  ease2: "Schwer",
  ease1: "Sehr schwer",
  easeMissing: "Wählen Sie, wie leicht es war.",
  wasHelped: "Wurde Ihnen geholfen?",
  yes: "Ja",
  partly: "Zum Teil",
  no: "Nein",
  wasHelpedMissing: "Wählen Sie, ob Ihnen geholfen wurde.",
  comment: "Was können wir besser machen?",
  commentHint: "Schreiben Sie hier keine Angaben über sich oder Ihre Akte.",
  commentMissing: "Kürzen Sie Ihren Text: höchstens 1000 Zeichen.",
  send: "Antworten senden",
  sending: "Einen Moment. Wir senden Ihre Antworten.",
  thanksTitle: "Danke",
  thanks: "Wir haben Ihre Antworten bekommen.",
  change: "Antworten ändern",
};
