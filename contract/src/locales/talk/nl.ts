/** The clerk's microphone by key, and talking for as long as a button is held. */
export const nl = {
  hold: "Houd vast om te praten",
  talking: "U praat nu",
  keys: "Microfoon aan of uit: Ctrl + Shift + M. Praten zolang u vasthoudt: Ctrl + spatie.",
  isOn: "Uw microfoon staat aan.",
  isOff: "Uw microfoon staat uit.",
} as const;
