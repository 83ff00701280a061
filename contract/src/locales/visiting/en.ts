import type { Texts } from "../texts.js";
import type { nl } from "./nl.js";

export const en: Texts<typeof nl> = {
  title: "Interpret in a video call",
  asks: "{municipality} asks you to interpret: {language}.",
  language: "Language",
  whereVideo: "By video, on this page. You need a camera, and no app or account.",
  waiting: "You are waiting. The clerk of {name} lets you in. First we tell the visitor that you are coming.",
  calledTitle: "Interpreting for {name}",
  unknownTitle: "We cannot find this call",
  unknown: "Is the link complete? Open it again in the mail.",
  overTitle: "This call was long ago",
  over: "You need not do anything.",
  withdrawnTitle: "We no longer need you",
  withdrawn: "The call was moved, or somebody else comes. You need not do anything.",
  cancelled: "You need not do anything.",
  ended: "Thank you for interpreting. You may close this page.",
  removedTitle: "We no longer need you",
  removed: "The clerk of {name} no longer needs you. You can no longer come in by this link.",
  elsewhere: "Go on there. Or close the page there first, and then try again here. Does that not work? Phone {name}.",
  leftTitle: "You are no longer in the call",
  left: "Are you still needed? Then go to the waiting room again.",
};
