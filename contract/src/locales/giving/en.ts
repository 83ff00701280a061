import type { Texts } from "../texts.js";
import type { nl } from "./nl.js";

export const en: Texts<typeof nl> = {
  title: "From the clerk",
  page: "The clerk shows you a page",
  pageOn: "On {host}. The conversation goes on.",
  pageOpen: "Open in a new tab",
  close: "Close this message",
  given: "The clerk gives you a document",
  givenKeep: "Save it now. After the conversation you no longer can here.",
  givenSaved:
    "You have fetched this document. Check that you can open it. Until the end of the conversation you can save it again.",
  givenSave: "Save the document ({size})",
  givenAtKiosk: "You cannot save it on this computer. Ask the clerk to mail it to you or to give it to you.",
  givenBack: "The clerk took this document back: {name}",

  clerkTitle: "Show and give",
  pages: "Prepared pages",
  pagesHint: "Choose a page. The visitor sees a button to open it at once. The link comes in the chat as well.",
  pageShown: "The visitor now sees: {title}",
  pageGone: "The visitor sees no page any more.",

  give: "Give a document",
  giveHint: "A PDF or a photo, 10 MB at most. The visitor can save it until the end of the conversation.",
  giveChoose: "Choose a file",
  giveTitle: "Give this document to {name}?",
  giveCare: "Check that it is for this visitor. What has been saved cannot be taken back.",
  giveSure: "Give it to {name}",
  cancel: "Cancel",
  stateGiven: "given, not fetched yet",
  stateOpened: "fetched by the visitor",
  stateBack: "taken back, the visitor does not have it",
  stateBackTooLate: "taken back, but the visitor had fetched it already",
  openedNow: "The visitor has fetched {name}.",
  takeBack: "Take back",
  takeBackOf: "Take back: {name}",
};
