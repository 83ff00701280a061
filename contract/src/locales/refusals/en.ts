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
  meeting_not_in_progress: "The call is not going on. Reload the page.",
  helper_withdrawn: "This invitation has been withdrawn. Ask the person who invited you for a new link.",
  helpers_full: "You have invited enough people already. Withdraw an invitation first.",
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
  guest_not_told: "The visitor does not know yet that you are coming. Wait a moment: you will enter by itself.",
  guest_gone: "You are no longer part of this conversation. Do you want to come back? Ask the clerk.",
  kiosk_code_unknown:
    "We do not know this code, or it does not work now. Check the code in your mail. It works from the day before your appointment.",
  reservation_over: "You can no longer answer here.",
  interpreter_released: "We no longer need you in this meeting.",
};
