/** The page of an interpreter who comes by video, by a link of their own. */
export const nl = {
  title: "Tolken in een gesprek met video",
  asks: "{municipality} vraagt u als tolk: {language}.",
  language: "Taal",
  whereVideo: "Met video, op deze pagina. U hebt een camera nodig, en geen app of account.",
  waiting: "U wacht. De medewerker van {name} laat u binnen. Eerst zeggen we aan de bezoeker dat u komt.",
  calledTitle: "Tolken voor {name}",
  unknownTitle: "We vinden dit gesprek niet",
  unknown: "Is de link volledig? Open hem opnieuw in de mail.",
  overTitle: "Dit gesprek is lang voorbij",
  over: "U hoeft niets te doen.",
  withdrawnTitle: "Wij hebben u niet meer nodig",
  withdrawn: "Het gesprek is verplaatst, of er komt iemand anders. U hoeft niets te doen.",
  cancelled: "U hoeft niets te doen.",
  ended: "Dank u om te tolken. U mag deze pagina sluiten.",
  removedTitle: "Wij hebben u niet meer nodig",
  removed: "De medewerker van {name} heeft u niet meer nodig. U kunt niet meer binnenkomen met deze link.",
  elsewhere:
    "Ga daar verder. Of sluit daar eerst de pagina, en probeer het dan hier opnieuw. Lukt het niet? Bel {name}.",
  leftTitle: "U bent niet meer in het gesprek",
  left: "Bent u nog nodig? Ga dan opnieuw naar de wachtkamer.",
} as const;
