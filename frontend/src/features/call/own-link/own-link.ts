import type { nl } from "@balie/contract/locales/helper/nl";
import type { ArrivalView } from "@balie/contract/meetings";
import type { Area } from "../../../platform/language.js";
import type { ArrivalWay } from "../citizen/citizen-call.api.js";

/** Whoever comes by a link of their own, a helper or an interpreter, reads the same things in their own words; `{name}` is who asked for them. */
export type OwnLinkWords = Area<
  Pick<
    typeof nl,
    | "title"
    | "back"
    | "waiting"
    | "waitLeaveSure"
    | "byPhone"
    | "calledTitle"
    | "removedTitle"
    | "removed"
    | "elsewhereTitle"
    | "elsewhere"
    | "endedTitle"
    | "ended"
    | "leftTitle"
    | "left"
    | "again"
    | "early"
    | "earlyTest"
    | "open"
    | "running"
    | "toWaitingRoom"
    | "test"
  >
>;

/** To which meeting a link leads. */
export interface OwnLinkMeeting {
  readonly id: string;
  /** Who asked for them: the citizen, or the municipality. */
  readonly askedBy: string;
  readonly municipality: { readonly name: string };
  readonly opensAt: string;
  readonly timeZone: string;
}

/** Where they arrive, and leave. */
export interface OwnLinkWay extends ArrivalWay {
  readonly depart: (id: string) => Promise<ArrivalView>;
}

export type Start = "check" | "waiting" | "return";
/** Somebody's click on one of the two ways in. */
export type OnStart = (start: Exclude<Start, "return">) => void;

/** How somebody goes in by their link, and comes back to the page. */
export interface GoingIn {
  readonly linkToken: string;
  readonly start: Start;
  readonly onClose: () => void;
}
