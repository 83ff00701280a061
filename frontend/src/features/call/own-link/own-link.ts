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
