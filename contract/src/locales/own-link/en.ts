import type { Texts } from "../texts.js";
import type { nl } from "./nl.js";

export const en: Texts<typeof nl> = {
  you: "Hello {name}",
  when: "When",
  where: "Where",
  closed: "Nobody records the call. Picture and sound are kept nowhere.",
  early: "The waiting room opens at",
  earlyTest: "The button then appears here by itself. You can test your camera and sound already.",
  open: "The waiting room is open. You can come in.",
  running: "The call is in progress. You can go to the waiting room.",
  toWaitingRoom: "To the waiting room",
  test: "Test your camera and sound",
  back: "Back",
  waitLeaveSure: "Do you want to leave the waiting room? You can come back later with the same link.",
  byPhone: "The call now goes on by phone, without you. Leave this page open: video may come back.",
  cancelledTitle: "This appointment is cancelled",
  missedTitle: "This appointment is over",
  missed: "You can no longer come in.",
  endedTitle: "The call is over",
  elsewhereTitle: "This link is open on another device",
  again: "Try again",
};
