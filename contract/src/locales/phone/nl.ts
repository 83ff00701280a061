/** When video does not work: being phoned in the same appointment. */
export const nl = {
  offer: "Liever met de telefoon?",
  intro: "Lukt het niet met video? Dan kan de medewerker u bellen.",
  number: "Op welk nummer mogen we u bellen?",
  numberHint: "Alleen de medewerker van dit loket ziet dit nummer.",
  numberWrong: "Vul een telefoonnummer in, bijvoorbeeld 0470 12 34 56.",
  ask: "Bel mij",
  cancel: "Annuleren",
  asked: "De medewerker belt u op {number}. Houd uw telefoon bij de hand.",
  takeBack: "Bel mij toch niet",
  title: "Het gesprek gaat verder met de telefoon",
  text: "De medewerker belt u op {number}. Uw camera en microfoon staan uit op deze pagina.",
  clerk: "U spreekt met {name}.",
  stay: "Laat deze pagina open. De medewerker kan weer beginnen met video.",
} as const;
