import { z } from "zod";
import { interpretedLanguage } from "./interpreters.js";
import { tabId } from "./meetings.js";
import { ownLinkView } from "./own-link.js";
import { sentId } from "./sent-id.js";

/** GET /api/interpreter (Authorization: Bearer <the interpreter's own link's token>): to which meeting it leads. Never the matter, nor whose it is. Reading changes nothing.
    `withdrawn`: no more wanted, as somebody else is asked, or the time was given up. */
export const interpreterVisit = ownLinkView.extend({ language: interpretedLanguage });
export type InterpreterVisit = z.infer<typeof interpreterVisit>;

/** POST /api/interpreter-links/:linkId/call-token → callTokenView, …/departure → arrivalView, and GET …/events?tabId=… (the interpreter's cookie). POST /api/interpreter/arrival (the link's
    token), arriveInput → arrivalView and the cookie: as a helper's page, it hears of itself in the words of a citizen's. */
export const interpreterTabInput = z.object({ linkId: sentId, tabId });
