import type { nl } from "@balie/contract/locales/helper/nl";
import type { ArrivalView } from "@balie/contract/meetings";
import type { Area } from "../../../platform/language.js";
import type { ArrivalWay } from "../citizen/citizen-call.api.js";

/** What a helper and an interpreter, who come by a link of their own, read in words of their own; `{name}` is who asked for them. */
export type OwnLinkWords = Area<
  Pick<
    typeof nl,
    "title" | "waiting" | "calledTitle" | "removedTitle" | "removed" | "elsewhere" | "ended" | "leftTitle" | "left"
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
