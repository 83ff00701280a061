/** With whom one speaks, and who can hear. */
export const nl = {
  with: "U spreekt met {name}, medewerker van {counter} bij {municipality}.",
  closed: "Dit gesprek is besloten. Niemand neemt het op.",
  more: "Wie kan u horen?",
  onlyThese: "Alleen deze mensen zien en horen u:",
  nobody: "Nu hoort niemand u.",
  how: "De medewerker laat iedereen zelf binnen. Komt er iemand bij, dan ziet u dat hier. Beeld en geluid worden nergens bewaard.",
  vouched: "De gemeente staat in voor de naam en de rol van de medewerker.",
  joined: "{name} ({role}) is nu in het gesprek.",
  left: "{name} ({role}) is niet meer in het gesprek.",
  coming: "{name} ({role}) komt erbij. {name} kan u dan zien en horen. Wilt u dat niet? Zeg het aan de medewerker.",
  comingInWriting:
    "{name} ({role}) komt erbij. {name} leest dan mee in de chat. Wilt u dat niet? Zeg het aan de medewerker.",
  takesOver: "{name} ({role}) neemt dit gesprek over. U spreekt zo verder met {name}.",
} as const;
