/** The check of the line, days ahead or just before the call, and what it means. */
export const nl = {
  title: "Uw internet",
  running: "We testen uw internet. Dat duurt enkele seconden.",
  fast: "Uw internet is snel genoeg voor beeld en geluid.",
  slow: "Uw internet is traag. Het beeld kan slecht zijn. Het geluid gaat wel.",
  tooSlow: "Uw internet is te traag voor een gesprek met video.",
  speed: "Ophalen: {down} Mbit/s. Versturen: {up} Mbit/s.",
  untested: "We konden uw internet niet testen. Hebt u verbinding? Probeer het opnieuw.",
  pathOpen: "Beeld en geluid komen door.",
  pathClosed:
    "Uw netwerk houdt beeld en geluid tegen. Dat gebeurt soms op het werk of in een hotel. Probeer een ander netwerk, zoals het internet van uw telefoon.",
  again: "Test uw internet opnieuw",
  ready: "Alles werkt. U bent klaar voor het gesprek.",
  limited: "Het gesprek zal lukken. Niet alles werkt even goed.",
  mayNeedPhone: "Een gesprek met video lukt zo misschien niet. De medewerker ziet dat ook, en kan u dan bellen.",
  told: "De medewerker ziet alleen het resultaat van deze test, niet uw beeld of geluid.",
  notTold: "We konden het resultaat niet bewaren. De medewerker ziet het dus niet.",

  echoTitle: "Hoor uzelf",
  echoIntro: "Zeg iets. Na vijf seconden hoort u uw eigen stem. Alleen u hoort dit, we bewaren niets.",
  echoStart: "Neem mijn stem op",
  echoRecording: "Spreek nu. We nemen vijf seconden op.",
  echoPlaying: "Luister. Dit hebt u gezegd.",
  echoDone: "Hoorde u uw stem? Dan hoort de medewerker u ook.",
  echoFailed: "Opnemen lukt niet in deze browser. Het gesprek kan toch goed werken.",
} as const;
