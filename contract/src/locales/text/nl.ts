/** Chat and real-time text in the call, and the links of it in the closing form. */
export const nl = {
  live: "De andere leest mee terwijl ik typ",
  liveHint: "De andere ziet elke letter meteen. Druk op Enter als uw zin klaar is.",
  liveBy: "{name} typt nu:",
  liveBegun: "U leest mee met {name}. De tekst staat onder de berichten.",
  size: "Grootte van de letters",
  size_normal: "Gewoon",
  size_large: "Groot",
  size_larger: "Groter",
  size_largest: "Heel groot",
  copy: "Kopieer de berichten",
  copied: "De berichten zijn gekopieerd. U kunt ze nu ergens plakken.",
  copyFailed: "Kopiëren lukte niet. Selecteer de tekst zelf en kopieer die.",
  kept: "Wij bewaren niet wat u hier schrijft. Alleen deze pagina onthoudt het, tot het gesprek is afgelopen. Links die de medewerker kiest, komen daarna in een mail aan de bezoeker.",
  cut: "Dit bericht was te lang. Dit is het begin.",
  flood: "{name} stuurt te veel berichten na elkaar. De rest tonen we niet.",

  linksOfChat: "Links uit de chat",
  linksOfChatHint: "Kies welke links in de mail komen.",
  linkBy: "van {name}",
  linkOwn: "van u",
  linksTooMany: "Kies niet meer dan {most} links.",
} as const;
