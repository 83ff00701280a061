import type { Texts } from "../texts.js";
import type { nl } from "./nl.js";

export const de: Texts<typeof nl> = {
  too_early: "Sie rufen zu früh an. Sie können ab {opens} Uhr anrufen. Ihr Termin ist um {starts} Uhr.",
  next: "Sie sind als Nächstes an der Reihe. Bleiben Sie in der Leitung. Sie müssen nichts tun.",
  position:
    "Sie warten, bis Sie an der Reihe sind. Vor Ihnen warten noch {before} Personen. Bleiben Sie in der Leitung.",
  one: "Sie warten, bis Sie an der Reihe sind. Vor Ihnen wartet noch eine Person. Bleiben Sie in der Leitung.",
  soon: "Jemand lässt Sie gleich herein. Bleiben Sie in der Leitung.",
  call: "Sie sind an der Reihe. Wir verbinden Sie jetzt.",
  in_call:
    "Mit dieser PIN ist schon jemand im Gespräch. Ist Ihre Leitung abgebrochen? Rufen Sie in einer Minute wieder an.",
  over: "Die Zeit Ihres Termins ist vorbei. Machen Sie einen neuen Termin.",
  cancelled: "Dieser Termin findet nicht statt. Machen Sie einen neuen Termin.",
  ended: "Ihr Gespräch ist beendet. Vielen Dank.",
  removed: "Sie können nicht mehr in dieses Gespräch. Rufen Sie die Gemeinde an, wenn Sie Hilfe brauchen.",
  elsewhere: "Sie machen auf einem anderen Gerät weiter. Diese Leitung wird jetzt geschlossen.",
};
