import type { Texts } from "../texts.js";
import type { nl } from "./nl.js";

export const en: Texts<typeof nl> = {
  invalid_input: "Something is not filled in correctly. Check the fields and try again.",
  not_found: "We cannot find this (any more). Go back and reload the page.",
  unauthenticated: "You are not signed in (any more). Please sign in again.",
  forbidden: "You have no access to this. Ask whoever is in charge.",
  cross_site: "This request came from another website. Open the page again and try once more.",
  too_many_requests: "You tried too often. Wait a few minutes and try again.",
  too_large: "Your text is too long. Make it shorter and try again.",
  unsupported_media_type: "The page is out of date. Reload it and try again.",
  server_error: "Something went wrong on our side. Try again later, or call the municipality.",
  not_set_up: "The digital counter is not ready for use yet. Come back later, or call the municipality.",
  unavailable: "Our service is not working right now. Try again in a few minutes, or call the municipality.",
  wrong_credentials: "The e-mail address or the password is wrong. Please try again.",
  welcome_unknown: "We don’t know this link. Copy the whole link, or ask your administrator for a new one.",
  welcome_used:
    "This link has been used already. Sign in with your email address and password, or ask your administrator for a new link.",
  welcome_expired: "This link is no longer valid. Ask your administrator for a new link.",
  slot_taken: "Somebody else has just taken this time. Choose another time.",
  slot_not_offered: "This time is no longer free. Choose another time.",
  link_unknown: "We do not know this link. Open the link in your last e-mail from the municipality again.",
  appointment_cancelled: "This appointment is cancelled. You can make a new appointment.",
  appointment_over: "This appointment is over. You can make a new appointment.",
  too_late_to_change: "The appointment is too near to change it. Call the municipality.",
  too_early: "The waiting room is not open yet. Come back a little later.",
  not_admitted: "You have not been let in yet. Go to the waiting room and wait for the clerk.",
  other_tab: "Your call is open in another tab or window. Continue there, or take it over here.",
  arrival_removed: "The clerk ended your call. Call the municipality if that is not right.",
  arrival_replaced: "Your call continues on another device.",
  meeting_ended: "The call is over.",
  meeting_not_ended: "The call is still going on. This is possible only after the call.",
  meeting_not_in_progress: "The call is not going on. Reload the page.",
  admitted_by_colleague: "A colleague has already let this person in.",
  phone_not_asked: "The visitor did not ask to be phoned. Ask first.",
  calls_unavailable: "Video calls do not work right now. Try again later, or call the municipality.",
  document_too_large:
    "This file is too large. It may be 10 MB at most. Choose a smaller file, or show it to the camera.",
  document_empty: "This file is empty. Choose another file, or show it to the camera.",
  document_type:
    "We cannot accept this file. It has to be a PDF or a photo (JPEG, PNG or HEIC). Choose another file, or show it to the camera.",
  document_incomplete: "Your document did not arrive completely. Send it again.",
  document_answered: "This request has been answered or taken back already. Ask the clerk for a new one.",
  document_forgotten:
    "This document has been deleted, because the time we keep it is over. Ask for it again if you still need it.",
  documents_full: "Six documents have been asked for in this call already. Take back a request first.",
};
