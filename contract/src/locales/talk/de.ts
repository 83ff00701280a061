import type { Texts } from "../texts.js";
import type { nl } from "./nl.js";

export const de: Texts<typeof nl> = {
  hold: "Zum Sprechen gedrückt halten",
  talking: "Sie sprechen jetzt",
  keys: "Mikrofon an oder aus: Strg + Umschalt + M. Sprechen, solange Sie gedrückt halten: Strg + Leertaste.",
  isOn: "Ihr Mikrofon ist an.",
  isOff: "Ihr Mikrofon ist aus.",
};
