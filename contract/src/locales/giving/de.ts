import type { Texts } from "../texts.js";
import type { nl } from "./nl.js";

export const de: Texts<typeof nl> = {
  title: "Vom Mitarbeiter",
  page: "Der Mitarbeiter zeigt Ihnen eine Seite",
  pageOn: "Auf {host}. Das Gespräch geht weiter.",
  pageOpen: "In einem neuen Tab öffnen",
  close: "Diese Nachricht schließen",
  given: "Der Mitarbeiter gibt Ihnen ein Dokument",
  givenKeep: "Speichern Sie es jetzt. Nach dem Gespräch geht das hier nicht mehr.",
  givenSaved:
    "Sie haben dieses Dokument abgeholt. Prüfen Sie, ob Sie es öffnen können. Bis zum Ende des Gesprächs können Sie es noch einmal speichern.",
  givenSave: "Dokument speichern ({size})",
  givenAtKiosk:
    "Auf diesem Computer können Sie es nicht speichern. Bitten Sie den Mitarbeiter, es Ihnen zu mailen oder zu geben.",
  givenBack: "Der Mitarbeiter hat dieses Dokument zurückgenommen: {name}",

  clerkTitle: "Zeigen und geben",
  pages: "Vorbereitete Seiten",
  pagesHint:
    "Wählen Sie eine Seite. Der Besucher sieht sofort einen Knopf, um sie zu öffnen. Der Link kommt auch in den Chat.",
  pageShown: "Der Besucher sieht jetzt: {title}",
  pageGone: "Der Besucher sieht keine Seite mehr.",

  give: "Ein Dokument geben",
  giveHint: "Ein PDF oder ein Foto, höchstens 10 MB. Der Besucher kann es bis zum Ende des Gesprächs speichern.",
  giveChoose: "Datei wählen",
  giveTitle: "Dieses Dokument {name} geben?",
  giveCare: "Prüfen Sie, ob es für diesen Besucher ist. Was einmal gespeichert ist, lässt sich nicht zurücknehmen.",
  giveSure: "{name} geben",
  cancel: "Abbrechen",
  stateGiven: "gegeben, noch nicht abgeholt",
  stateOpened: "vom Besucher abgeholt",
  stateBack: "zurückgenommen, der Besucher hat es nicht",
  stateBackTooLate: "zurückgenommen, aber der Besucher hatte es schon abgeholt",
  openedNow: "Der Besucher hat {name} abgeholt.",
  takeBack: "Zurücknehmen",
  takeBackOf: "Zurücknehmen: {name}",
};
