/** The mails to citizens: plain Dutch (B1), formal. */
export const nl = {
  greeting: "Dag {name},",
  closing: "Met vriendelijke groeten,",
  automatic: "Deze e-mail is automatisch verstuurd.",

  /** {zone}: the name of the time zone, from the browser's own list. */
  when: "{date} om {time} uur ({zone})",
  whenShort: "{date} om {time} uur",

  confirmedSubject: "Uw videoafspraak met {municipality} op {when}",
  confirmedLead: "Uw videoafspraak is vastgelegd.",
  movedSubject: "Uw videoafspraak met {municipality} is verplaatst naar {when}",
  movedLead: "Uw videoafspraak is verplaatst. Dit is het nieuwe moment:",
  cancelledSubject: "Uw videoafspraak met {municipality} op {when} is geannuleerd",
  cancelledByCitizenLead: "U hebt uw videoafspraak geannuleerd. De afspraak gaat niet door.",
  cancelledByOfficeLead: "Wij moeten uw videoafspraak annuleren. De afspraak gaat niet door. Onze excuses.",
  cancelledHelp: "Hebt u toch nog een afspraak nodig? Dan kunt u een nieuw moment kiezen.",
  bookAgain: "Nieuwe afspraak maken",
  reminderDaySubject: "Herinnering: uw videoafspraak met {municipality} op {when}",
  reminderDayLead: "Dit is een herinnering. U hebt binnenkort een videoafspraak.",
  reminderHourSubject: "Uw videoafspraak met {municipality} begint om {time} uur",
  reminderHourLead: "Uw videoafspraak begint binnenkort.",

  labelAbout: "Waarvoor",
  labelWhen: "Wanneer",
  labelDuration: "Duur",
  duration: "{minutes} minuten",
  labelBring: "Hou bij de hand",

  openLink: "Naar mijn afspraak",
  linkBelow: "Of kopieer deze link:",
  linkIsSecret: "Deze link is alleen voor u. Geef de link niet door, behalve aan iemand die u helpt.",

  howTitle: "Zo werkt het",
  howOpen: "Open de link op een computer, tablet of telefoon met een camera en een microfoon.",
  howNoApp: "U hebt geen app en geen account nodig.",
  howTest: "U kunt vooraf testen of uw camera en geluid werken.",
  howWait: "Kom een paar minuten vroeger. Een medewerker laat u binnen.",

  changeTitle: "Kunt u niet komen?",
  change: "Via dezelfde link kunt u de afspraak verplaatsen of annuleren.",
  phoneTitle: "Lukt het niet?",
  phone: "Bel ons op {phone}.",
  calendarHint: "In de bijlage vindt u de afspraak voor uw agenda.",
  calendarGone: "Met de bijlage verdwijnt de afspraak uit uw agenda.",

  followUpSubject: "Na uw videoafspraak met {municipality}",
  followUpLead: "Bedankt voor uw videoafspraak van {when}.",
  followUpMessage: "Bericht van de medewerker",
  followUpLinks: "Links uit het gesprek",
  followUpSurvey: "Hoe was het voor u?",
  followUpSurveyWhy: "Drie korte vragen. Met uw antwoord maken wij het loket beter.",
  openSurvey: "Vragen beantwoorden",

  calendarSummary: "Videoafspraak {municipality}",
  calendarAbout: "Waarvoor: {service}",
  calendarBring: "Hou bij de hand: {bring}",
  calendarOpen: "Open deze link om deel te nemen, te verplaatsen of te annuleren: {link}",
  calendarPhone: "Lukt het niet? Bel {phone}.",
} as const;
