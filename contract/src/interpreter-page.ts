import { z } from "zod";
import { helperState } from "./helpers.js";
import { interpretedLanguage } from "./interpreters.js";
import { meetingStatus, tabId } from "./meetings.js";
import { sentId } from "./sent-id.js";

/** GET /api/interpreter (Authorization: Bearer <the interpreter's own link's token>): to which meeting it leads. Never the matter, nor whose it is. Reading changes nothing.
    `withdrawn`: no more wanted, as somebody else is asked, or the time was given up. */
export const interpreterVisit = z.object({
  id: z.uuid(),
  name: z.string(),
  language: interpretedLanguage,
  state: helperState,
  isCancelled: z.boolean(),
  meetingStatus,
  startsAt: z.iso.datetime(),
  opensAt: z.iso.datetime(),
  closesAt: z.iso.datetime(),
  timeZone: z.string(),
  municipality: z.object({ name: z.string(), phone: z.string().nullable() }),
});
export type InterpreterVisit = z.infer<typeof interpreterVisit>;

/** POST /api/interpreter-links/:linkId/call-token → callTokenView, …/departure → arrivalView, and GET …/events?tabId=… (the interpreter's cookie). POST /api/interpreter/arrival (the link's
    token), arriveInput → arrivalView and the cookie: as a helper's page, it hears of itself in the words of a citizen's. */
export const interpreterTabInput = z.object({ linkId: sentId, tabId });
