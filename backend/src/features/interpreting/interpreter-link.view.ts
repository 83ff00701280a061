import type { InterpreterVisit } from "@balie/contract/interpreter-page";
import type { ArrivalView } from "@balie/contract/meetings";
import { isCancelled, waitingRoomClosesAt, waitingRoomOpensAt } from "../appointments/appointment.rules.js";
import type { Municipality } from "../counters/municipality.entity.js";
import { viewOwnLink } from "../meetings/own-link.view.js";
import type { InterpreterLink } from "./interpreter-link.entity.js";
import { linkStateOf } from "./interpreter-link.rules.js";

/** For the interpreter, before anybody let them in: nothing of the matter, nor of the citizen. */
export function viewVisit(link: InterpreterLink, { name, phone, timeZone }: Municipality): InterpreterVisit {
  const { appointment, status } = link.meeting;
  return {
    id: link.id,
    name: link.interpreter.name,
    language: link.language,
    state: linkStateOf(link),
    isCancelled: isCancelled(appointment.status),
    meetingStatus: status,
    startsAt: appointment.startsAt.toISOString(),
    opensAt: waitingRoomOpensAt(appointment).toISOString(),
    closesAt: waitingRoomClosesAt(appointment).toISOString(),
    timeZone,
    municipality: { name, phone },
  };
}

/** The interpreter's own page. */
export const viewVisitor = (link: InterpreterLink, people: ArrivalView["people"], tabId: string): ArrivalView =>
  viewOwnLink(link, presenceOf(link), people, tabId);

function presenceOf(link: InterpreterLink): ArrivalView["state"] {
  const state = linkStateOf(link);
  if (state === "withdrawn") return "removed";
  return state === "invited" ? "left" : state;
}
