/** What fails in a call or before it: what happened, and what to do. Citizen and clerk read the same words. */
export const nl = {
  problemTitleBoth: "We kunnen uw camera en microfoon niet gebruiken",
  problemTitleCamera: "We kunnen uw camera niet gebruiken",
  problemTitleMicrophone: "We kunnen uw microfoon niet gebruiken",
  problemBlocked: "Uw browser heeft toegang geweigerd. Dat kunt u weer toestaan:",
  problemMissing: "We vinden geen camera of microfoon. Sluit het toestel aan en probeer opnieuw.",
  problemBusy:
    "Een ander programma gebruikt uw camera of microfoon. Sluit andere videogesprekken, zoals Teams of Zoom, en probeer opnieuw.",
  problemInsecure:
    "Deze pagina is niet veilig geopend. Open de link uit uw mail opnieuw. Het adres moet met https beginnen.",
  problemOther: "Er ging iets mis met uw camera of microfoon. Sluit ze opnieuw aan, of start uw toestel opnieuw op.",
  blockedChrome:
    "Klik op het teken links van het adres, bovenaan in uw browser. Zet camera en microfoon op ‘toestaan’. Probeer daarna opnieuw.",
  blockedFirefox:
    "Klik op het teken met een streep erdoor, links van het adres bovenaan. Verwijder de blokkering. Probeer daarna opnieuw.",
  blockedSafari:
    "Op een Mac: kies in het menu Safari ‘Instellingen voor deze website’ en zet camera en microfoon op ‘Sta toe’. Op een iPhone of iPad: tik op het teken naast het adres, kies ‘Website-instellingen’ en sta camera en microfoon toe.",
  blockedOther: "Zoek in de instellingen van uw browser naar camera en microfoon, en sta ze toe voor deze website.",

  systemMac:
    "Uw Mac laat uw browser niet toe. Open Systeeminstellingen en kies ‘Privacy en beveiliging’. Zet daar uw browser aan bij Camera en bij Microfoon. Probeer daarna opnieuw.",
  systemWindows:
    "Windows laat uw browser niet toe. Open Instellingen en kies ‘Privacy en beveiliging’. Sta daar de camera en de microfoon toe voor uw browser. Probeer daarna opnieuw.",
  systemIos:
    "Uw iPhone of iPad laat uw browser niet toe. Open Instellingen en zoek uw browser in de lijst. Zet daar Camera en Microfoon aan. Probeer daarna opnieuw.",
  systemAndroid:
    "Uw toestel laat uw browser niet toe. Open Instellingen, kies Apps en dan uw browser. Sta bij Rechten de camera en de microfoon toe. Probeer daarna opnieuw.",
  systemOther:
    "Uw computer laat uw browser niet toe. Zoek in de instellingen van uw computer naar camera en microfoon. Sta ze toe voor uw browser. Probeer daarna opnieuw.",

  goWithout: "Lukt het niet? Het gaat ook zonder. U kunt typen in de chat.",
  tryAgain: "Probeer opnieuw",
  withoutCamera: "Verder zonder camera",
  withoutMicrophone: "Verder zonder microfoon",

  cameraStopped: "Uw camera is gestopt. We starten ze opnieuw.",
  microphoneStopped: "Uw microfoon is gestopt. We starten ze opnieuw.",
  cameraLost: "Uw camera is gestopt",
  microphoneLost: "Uw microfoon is gestopt",
  stoppedHelp: "Dat gebeurt bijvoorbeeld als u een ander gesprek krijgt. Is dat gesprek voorbij? Kies dan de knop.",
  cameraRestart: "Zet uw camera weer aan",
  microphoneRestart: "Zet uw microfoon weer aan",

  offline: "U hebt nu geen internet.",
  offlineHelp: "Kijk of uw wifi of mobiele data aan staat. Is uw internet terug? Dan bellen we vanzelf opnieuw.",
  counter: "Het loket antwoordt nu niet.",
  nothingToDo: "U hoeft niets te doen.",
  counterHelp: "Werken andere websites ook niet? Dan ligt het aan uw internet.",
  video: "Het loket antwoordt wel, maar de video nog niet.",
  videoHelp: "Duurt het lang? Probeer dan een ander netwerk, zoals het internet van uw telefoon.",
  blocked: "Het loket antwoordt, maar de video komt niet door. Meestal houdt uw netwerk ze tegen.",
  blockedHelp:
    "Dat gebeurt soms op het werk of in een hotel. Zet de wifi uit en gebruik het internet van uw telefoon. Hebt u een VPN? Zet die uit. Bel daarna opnieuw.",
  faltering: "Beeld en geluid komen nu niet goed door.",
  falteringHelp: "Ga dichter bij uw wifi staan, of probeer een ander netwerk.",
  callNow: "Bel nu opnieuw",
  callingNow: "We bellen nu opnieuw.",
  serverAway: "Het loket antwoordt even niet. Het gesprek gaat gewoon door. U hoeft niets te doen.",
  chatAway: "De chat werkt even niet. Beeld en geluid gaan gewoon door. U hoeft niets te doen.",
} as const;
