import type { InterpreterVisit } from "@balie/contract/interpreter-page";
import type { ArrivalView } from "@balie/contract/meetings";
import type { Municipality } from "../counters/municipality.entity.js";
import type { Standing } from "../meetings/own-link.rules.js";
import { viewLinkedMeeting } from "../meetings/own-link.view.js";
import type { InterpreterLink } from "./interpreter-link.entity.js";
import { linkStateOf } from "./interpreter-link.rules.js";

/** For the interpreter, before anybody let them in: nothing of the citizen. */
export const viewVisit = (link: InterpreterLink, municipality: Municipality): InterpreterVisit => ({
  id: link.id,
  name: link.interpreter.name,
  language: link.language,
  state: linkStateOf(link),
  ...viewLinkedMeeting(link.meeting, municipality),
});

/** The interpreter's own page. */
export function visitPresenceOf(link: Standing): ArrivalView["state"] {
  const state = linkStateOf(link);
  if (state === "withdrawn") return "removed";
  return state === "invited" ? "left" : state;
}
