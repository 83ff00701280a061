import type { InterpreterVisit } from "@balie/contract/interpreter-page";
import { OwnLinkCall } from "../../call/own-link/OwnLinkCall.js";
import { wayOf } from "../../call/own-link/own-link.api.js";
import type { GoingIn } from "../../call/own-link/own-link.js";
import { visitingTexts } from "./visiting.texts.js";

export interface InterpreterCallProps extends GoingIn {
  readonly visit: InterpreterVisit;
}

const interpretersWay = wayOf("/api/interpreter/arrival", (linkId) => `/api/interpreter-links/${linkId}`);

/** The interpreter's side, by video. Loaded, with its texts, when it is wanted. */
export const InterpreterCall = ({ visit, ...props }: InterpreterCallProps) => (
  <OwnLinkCall
    {...props}
    meeting={{ ...visit, askedBy: visit.municipality.name }}
    words={visitingTexts}
    way={interpretersWay}
  />
);
