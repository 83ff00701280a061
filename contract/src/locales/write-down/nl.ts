/** What a citizen without e-mail copies from the page. */
export const nl = {
  writeDown: "Schrijf dit op, of druk het af.",
  noMail: "U krijgt geen mail en geen brief. Verandert er iets, dan bellen we u.",
  when: "Wanneer",
  call: "Bel dan dit nummer",
  pin: "Uw pincode",
  about: "Waarvoor",
  bring: "Leg klaar",
  howCall: "Bel op dat uur. U hoort een stem en toetst uw pincode.",
  howWait: "Wacht aan de lijn. Een medewerker praat dan met u.",
  howAgain: "Valt de lijn weg? Bel opnieuw, met dezelfde pincode.",
  print: "Druk dit af",
} as const;
