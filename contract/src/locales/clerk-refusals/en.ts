import type { Texts } from "../texts.js";
import type { nl } from "./nl.js";

export const en: Texts<typeof nl> = {
  wrong_credentials: "The e-mail address or the password is wrong. Please try again.",
  welcome_unknown: "We don’t know this link. Copy the whole link, or ask your administrator for a new one.",
  welcome_used:
    "This link has been used already. Sign in with your email address and password, or ask your administrator for a new link.",
  welcome_expired: "This link is no longer valid. Ask your administrator for a new link.",
  meeting_not_ended: "The call is still going on. This is possible only after the call.",
  admitted_by_colleague: "A colleague has already let this person in.",
  phone_not_asked: "The visitor did not ask to be phoned. Ask first.",
  documents_full: "There are six documents in this call already. Take one back first.",
  company_full:
    "Five more people are in this conversation already, or have been asked. Take a question back first, or let somebody go.",
  colleague_withdrawn: "This question was taken back. You need do nothing.",
  colleague_answered: "This question has been answered already. Load the page again.",
  colleague_not_accepted: "You have not accepted this question yet. Choose first: accept.",
  handover_over: "This question is over. It was taken back or answered, or a minute has passed.",
  handover_accepted: "A colleague is already taking over the call. Take that question back first.",
  clerk_busy: "This clerk leads another call now. That call has to end first.",
  clerk_away: "This colleague does not have the queue open any more. Choose somebody else.",
  no_phone: "There is no telephone here to call an interpreter.",
  may_not_phone: "You may not have an interpreter phoned. Ask your administrator.",
  interpreter_busy: "This interpreter is being called already, or is in a call. Try again later.",
  number_not_allowed: "This number may not be called from here. Ask whoever runs Balie in your office.",
  phone_minutes_used: "Today’s telephone minutes are used up. Try again tomorrow.",
  interpreters_full: "There are two interpreters already, or they are being sought. Stop one first.",
  interpreter_by_video: "A sign language cannot be interpreted by telephone. Mail a link.",
  interpreter_known: "An interpreter with this name and this number is already on the list. Change that one.",
  dial_in_unavailable: "Nobody can dial in here: there is no number for it. Ask your administrator.",
  dial_ins_full: "Three people may dial into this conversation already. Withdraw one first.",
  dial_in_over: "This PIN does not work any more. Make a new one.",
  pin_unknown: "We do not know this PIN, or it does not work any more. Ask the clerk for a new one.",
  menu_cannot_wait:
    "The voice menu of your telephone system cannot let anybody wait. Ask your IT people for the new voice menu.",
};
