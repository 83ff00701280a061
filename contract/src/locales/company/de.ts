import type { Texts } from "../texts.js";
import type { nl } from "./nl.js";

export const de: Texts<typeof nl> = {
  title: "Wer dabei ist",
  ask: "Einen Kollegen dazu bitten",
  askTitle: "Welchen Kollegen bitten Sie dazu?",
  askText: "Der Besucher erfährt zuerst, wer kommt.",
  askOne: "{name} fragen",
  askNobody: "Es gibt noch keinen anderen Kollegen mit einem Konto.",
  loading: "Einen Moment. Wir suchen Ihre Kollegen.",
  inCallNow: "ist selbst im Gespräch",
  close: "Schließen",
  asked: "{name} ist gefragt. Sie warten auf Antwort.",
  withdraw: "Frage an {name} zurückziehen",
  declined: "{name} kann jetzt nicht kommen.",
  announced: "{name} kommt. Der Besucher erfährt es zuerst.",
  isIn: "{name} ({role}) darf in dieses Gespräch.",
  removeText: "{name} verlässt das Gespräch. Sie können {name} später wieder fragen.",

  requestTitle: "Ein Kollege bittet Sie dazu",
  requestText: "{name} vom Schalter {counter} bittet Sie in ein Gespräch. Es geht um: {service}.",
  requestBusy:
    "Sie sind selbst im Gespräch. Wenn Sie kommen, verlassen Sie Ihr eigenes Gespräch. Ihr Besucher wartet dann auf Sie.",
  requestInCompany: "Sie sind im Gespräch eines Kollegen. Wenn Sie kommen, verlassen Sie es.",
  requestAtOutcome: "Schließen Sie zuerst Ihr voriges Gespräch ab. Danach können Sie hier zusagen.",
  accept: "Ich komme dazu",
  decline: "Ich kann jetzt nicht",
  belong: "Sie gehören zum Gespräch von {name}.",
  back: "Zurück zum Gespräch von {name}",
  leave: "Gespräch verlassen",
  waitTitle: "Sie kommen gleich hinein",
  waitText: "Der Besucher erfährt zuerst, dass Sie kommen. Danach kommen Sie von selbst hinein.",
  waitLeave: "Doch nicht",
  callTitle: "Gespräch von {name}",
  removedTitle: "Sie sind nicht mehr im Gespräch",
  removedText: "{name} hat Sie aus dem Gespräch genommen.",
  over: "Das Gespräch, bei dem Sie waren, ist beendet.",
};
