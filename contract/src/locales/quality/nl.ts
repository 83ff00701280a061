/** How good the line of a running call is, and what is done when it is bad. */
export const nl = {
  level_good: "Verbinding: goed",
  level_fair: "Verbinding: matig. Het beeld kan minder scherp zijn.",
  level_poor: "Verbinding: slecht",
  poor: "Uw verbinding is slecht.",
  poorHelp: "Ga dichter bij uw wifi zitten, of sluit andere programma’s.",
  poorNext: "Wordt het niet beter? Dan zetten we het beeld stil.",
  poorUnsent: "Wij sturen uw beeld nu niet, zodat de stem doorkomt.",
  noPictures: "Het beeld staat nu stil.",
  noPicturesMeans: "Uw verbinding is te slecht voor beeld. Zo hoort u elkaar beter. Het beeld komt vanzelf terug.",
  still: "Stilstaand beeld",
} as const;
