/** What the voice menu of the telephone system says to a citizen who dialled in. */
export const nl = {
  too_early: "U belt te vroeg. U kunt bellen vanaf {opens}. Uw afspraak is om {starts}.",
  next: "U bent de volgende. Blijf aan de lijn. U hoeft niets te doen.",
  position: "U wacht op uw beurt. Voor u wachten nog {before} mensen. Blijf aan de lijn.",
  one: "U wacht op uw beurt. Voor u wacht nog één mens. Blijf aan de lijn.",
  soon: "Een medewerker laat u zo binnen. Blijf aan de lijn.",
  call: "U bent aan de beurt. We verbinden u nu.",
  in_call: "Iemand is al in het gesprek met deze code. Viel uw lijn weg? Bel dan over een minuut opnieuw.",
  over: "De tijd van uw afspraak is voorbij. Maak een nieuwe afspraak.",
  cancelled: "Deze afspraak gaat niet door. Maak een nieuwe afspraak.",
  ended: "Uw gesprek is klaar. Dank u wel.",
  removed: "U kunt niet meer in dit gesprek. Bel de gemeente als u hulp nodig hebt.",
  elsewhere: "U gaat verder op een ander toestel. Deze lijn gaat nu dicht.",
} as const;
