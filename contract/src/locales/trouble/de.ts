import type { Texts } from "../texts.js";
import type { nl } from "./nl.js";

export const de: Texts<typeof nl> = {
  problemTitleBoth: "Wir können Kamera und Mikrofon nicht benutzen",
  problemTitleCamera: "Wir können Ihre Kamera nicht benutzen",
  problemTitleMicrophone: "Wir können Ihr Mikrofon nicht benutzen",
  problemBlocked: "Ihr Browser hat den Zugriff verweigert. Sie können ihn wieder erlauben:",
  problemMissing:
    "Wir finden keine Kamera oder kein Mikrofon. Schließen Sie das Gerät an und versuchen Sie es noch einmal.",
  problemBusy:
    "Ein anderes Programm benutzt Kamera oder Mikrofon. Schließen Sie andere Videogespräche, etwa Teams oder Zoom, und versuchen Sie es noch einmal.",
  problemInsecure:
    "Diese Seite wurde nicht sicher geöffnet. Öffnen Sie den Link in Ihrer E-Mail noch einmal. Die Adresse muss mit https beginnen.",
  problemOther: "Mit Kamera oder Mikrofon stimmt etwas nicht. Schließen Sie sie neu an oder starten Sie Ihr Gerät neu.",
  blockedChrome:
    "Klicken Sie auf das Zeichen links von der Adresse, oben im Browser. Stellen Sie Kamera und Mikrofon auf „zulassen“. Versuchen Sie es dann noch einmal.",
  blockedFirefox:
    "Klicken Sie auf das durchgestrichene Zeichen links von der Adresse oben. Entfernen Sie die Sperre. Versuchen Sie es dann noch einmal.",
  blockedSafari:
    "Auf einem Mac: Wählen Sie im Menü Safari „Einstellungen für diese Website“ und stellen Sie Kamera und Mikrofon auf „Erlauben“. Auf iPhone oder iPad: Tippen Sie auf das Zeichen neben der Adresse, wählen Sie „Website-Einstellungen“ und erlauben Sie Kamera und Mikrofon.",
  blockedOther:
    "Suchen Sie in den Einstellungen Ihres Browsers nach Kamera und Mikrofon und erlauben Sie sie für diese Website.",

  systemMac:
    "Ihr Mac lässt Ihren Browser nicht zu. Öffnen Sie Systemeinstellungen und wählen Sie „Datenschutz & Sicherheit“. Schalten Sie dort Ihren Browser bei Kamera und bei Mikrofon ein. Versuchen Sie es dann noch einmal.",
  systemWindows:
    "Windows lässt Ihren Browser nicht zu. Öffnen Sie Einstellungen und wählen Sie „Datenschutz und Sicherheit“. Erlauben Sie dort Kamera und Mikrofon für Ihren Browser. Versuchen Sie es dann noch einmal.",
  systemIos:
    "Ihr iPhone oder iPad lässt Ihren Browser nicht zu. Öffnen Sie Einstellungen und suchen Sie Ihren Browser in der Liste. Schalten Sie dort Kamera und Mikrofon ein. Versuchen Sie es dann noch einmal.",
  systemAndroid:
    "Ihr Gerät lässt Ihren Browser nicht zu. Öffnen Sie Einstellungen, wählen Sie Apps und dann Ihren Browser. Erlauben Sie unter Berechtigungen Kamera und Mikrofon. Versuchen Sie es dann noch einmal.",
  systemOther:
    "Ihr Computer lässt Ihren Browser nicht zu. Suchen Sie in den Einstellungen Ihres Computers nach Kamera und Mikrofon. Erlauben Sie sie für Ihren Browser. Versuchen Sie es dann noch einmal.",

  goWithout: "Geht es nicht? Es geht auch ohne. Sie können im Chat schreiben.",
  tryAgain: "Noch einmal versuchen",
  withoutCamera: "Weiter ohne Kamera",
  withoutMicrophone: "Weiter ohne Mikrofon",

  cameraStopped: "Ihre Kamera hat gestoppt. Wir starten sie neu.",
  microphoneStopped: "Ihr Mikrofon hat gestoppt. Wir starten es neu.",
  cameraLost: "Ihre Kamera hat gestoppt",
  microphoneLost: "Ihr Mikrofon hat gestoppt",
  stoppedHelp:
    "Das geschieht zum Beispiel, wenn Sie einen anderen Anruf bekommen. Ist dieser Anruf vorbei? Wählen Sie dann die Taste.",
  cameraRestart: "Kamera wieder einschalten",
  microphoneRestart: "Mikrofon wieder einschalten",

  offline: "Sie haben gerade kein Internet.",
  offlineHelp:
    "Sehen Sie nach, ob Ihr WLAN oder Ihre mobilen Daten an sind. Ist Ihr Internet wieder da? Dann rufen wir von selbst wieder an.",
  counter: "Der Schalter antwortet gerade nicht.",
  nothingToDo: "Sie müssen nichts tun.",
  counterHelp: "Gehen andere Websites auch nicht? Dann liegt es an Ihrem Internet.",
  video: "Der Schalter antwortet, aber das Video noch nicht.",
  videoHelp: "Dauert es lange? Versuchen Sie ein anderes Netz, etwa das Internet Ihres Telefons.",
  blocked: "Der Schalter antwortet, aber das Video kommt nicht durch. Meistens hält Ihr Netz es auf.",
  blockedHelp:
    "Das geschieht manchmal bei der Arbeit oder im Hotel. Schalten Sie das WLAN aus und benutzen Sie das Internet Ihres Telefons. Haben Sie ein VPN? Schalten Sie es aus. Rufen Sie dann wieder an.",
  faltering: "Bild und Ton kommen gerade nicht gut durch.",
  falteringHelp: "Gehen Sie näher an Ihr WLAN, oder versuchen Sie ein anderes Netz.",
  callNow: "Jetzt neu anrufen",
  callingNow: "Wir rufen jetzt neu an.",
  serverAway: "Der Schalter antwortet kurz nicht. Das Gespräch geht weiter. Sie müssen nichts tun.",
  chatAway: "Der Chat geht kurz nicht. Bild und Ton gehen weiter. Sie müssen nichts tun.",
};
