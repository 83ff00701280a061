import type { Texts } from "../texts.js";
import type { nl } from "./nl.js";

export const en: Texts<typeof nl> = {
  too_early: "You are calling too early. You can call from {opens}. Your appointment is at {starts}.",
  next: "You are next. Stay on the line. You need not do anything.",
  position: "You are waiting for your turn. {before} people are before you. Stay on the line.",
  one: "You are waiting for your turn. One person is before you. Stay on the line.",
  soon: "Somebody will let you in shortly. Stay on the line.",
  call: "It is your turn. We are connecting you now.",
  in_call: "Somebody is in the call with this PIN already. Did your line break? Call again in a minute.",
  over: "The time of your appointment has passed. Make a new appointment.",
  cancelled: "This appointment does not take place. Make a new appointment.",
  ended: "Your call is over. Thank you.",
  removed: "You cannot come into this call any more. Phone the municipality if you need help.",
  elsewhere: "You go on at another device. This line closes now.",
};
