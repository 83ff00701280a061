import type { Texts } from "../texts.js";
import type { nl } from "./nl.js";

export const en: Texts<typeof nl> = {
  title: "Who is in",
  ask: "Ask a colleague in",
  askTitle: "Which colleague do you ask in?",
  askText: "The visitor is told first who comes.",
  askOne: "Ask {name}",
  askNobody: "There is no other colleague with an account yet.",
  loading: "One moment. We are looking for your colleagues.",
  inCallNow: "is in a call",
  close: "Close",
  asked: "{name} has been asked. You wait for an answer.",
  withdraw: "Take back the question to {name}",
  declined: "{name} cannot come now.",
  announced: "{name} is coming. The visitor is told first.",
  isIn: "{name} ({role}) may be in this call.",
  removeText: "{name} leaves the call. You can ask {name} again later.",

  requestTitle: "A colleague asks you in",
  requestText: "{name} of {counter} asks you into a call. It is about: {service}.",
  requestBusy:
    "You are in a call yourself. If you come, you step out of your own call. Your visitor then waits for you.",
  requestInCompany: "You are in a colleague’s call. If you come, you step out of it.",
  requestAtOutcome: "Finish your previous meeting first. After that you can say yes here.",
  accept: "I am coming",
  decline: "I cannot now",
  belong: "You belong in the call of {name}.",
  back: "Back to the call of {name}",
  leave: "Leave the call",
  waitTitle: "You will be in soon",
  waitText: "The visitor is told first that you are coming. Then you enter by yourself.",
  waitLeave: "Not after all",
  callTitle: "Call of {name}",
  removedTitle: "You are no longer in the call",
  removedText: "{name} has put you out of the call.",
  over: "The call you were in is over.",
};
