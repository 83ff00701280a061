import type { Texts } from "../texts.js";
import type { nl } from "./nl.js";

export const fr: Texts<typeof nl> = {
  you: "Bonjour {name}",
  when: "Quand",
  where: "Où",
  closed: "Personne n’enregistre l’entretien. L’image et le son ne sont gardés nulle part.",
  early: "La salle d’attente ouvre à",
  earlyTest: "Le bouton apparaîtra ici. Vous pouvez déjà tester votre caméra et votre son.",
  open: "La salle d’attente est ouverte. Vous pouvez entrer.",
  running: "L’entretien est en cours. Vous pouvez aller dans la salle d’attente.",
  toWaitingRoom: "Vers la salle d’attente",
  test: "Tester votre caméra et votre son",
  back: "Retour",
  waitLeaveSure: "Voulez-vous quitter la salle d’attente ? Vous pouvez revenir plus tard avec le même lien.",
  byPhone:
    "L’entretien continue maintenant par téléphone, sans vous. Laissez cette page ouverte : la vidéo peut revenir.",
  cancelledTitle: "Ce rendez-vous est annulé",
  missedTitle: "Ce rendez-vous est passé",
  missed: "Vous ne pouvez plus entrer.",
  endedTitle: "L’entretien est terminé",
  elsewhereTitle: "Ce lien est ouvert sur un autre appareil",
  again: "Réessayer",
};
