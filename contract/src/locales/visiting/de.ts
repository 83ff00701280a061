import type { Texts } from "../texts.js";
import type { nl } from "./nl.js";

export const de: Texts<typeof nl> = {
  title: "In einem Videogespräch dolmetschen",
  asks: "{municipality} bittet Sie zu dolmetschen: {language}.",
  language: "Sprache",
  whereVideo: "Per Video, auf dieser Seite. Sie brauchen eine Kamera, keine App und kein Konto.",
  waiting: "Sie warten. Die Fachkraft von {name} lässt Sie herein. Zuerst sagen wir dem Besuch, dass Sie kommen.",
  calledTitle: "Dolmetschen für {name}",
  unknownTitle: "Wir finden dieses Gespräch nicht",
  unknown: "Ist der Link vollständig? Öffnen Sie ihn in der E-Mail noch einmal.",
  overTitle: "Dieses Gespräch ist lange vorbei",
  over: "Sie müssen nichts tun.",
  withdrawnTitle: "Wir brauchen Sie nicht mehr",
  withdrawn: "Das Gespräch wurde verschoben, oder jemand anderes kommt. Sie müssen nichts tun.",
  cancelled: "Sie müssen nichts tun.",
  ended: "Danke fürs Dolmetschen. Sie können diese Seite schließen.",
  removedTitle: "Wir brauchen Sie nicht mehr",
  removed: "{name} braucht Sie nicht mehr. Mit diesem Link können Sie nicht mehr hereinkommen.",
  elsewhere:
    "Machen Sie dort weiter. Oder schließen Sie dort zuerst die Seite und versuchen Sie es hier noch einmal. Klappt es nicht? Rufen Sie {name} an.",
  leftTitle: "Sie sind nicht mehr im Gespräch",
  left: "Werden Sie noch gebraucht? Dann gehen Sie wieder ins Wartezimmer.",
};
