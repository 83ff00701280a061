import { z } from "zod";
import { helperRelation, helperState } from "./helpers.js";
import { language } from "./languages.js";
import { meetingStatus, tabId } from "./meetings.js";
import { sentId } from "./sent-id.js";

/** GET /api/helper (Authorization: Bearer <the helper's link token>): what the helper may know before anybody let them in. Reading changes nothing. */
export const helperInvitation = z.object({
  id: z.uuid(),
  name: z.string(),
  relation: helperRelation,
  state: helperState,
  invitedBy: z.string(),
  isCancelled: z.boolean(),
  meetingStatus,
  startsAt: z.iso.datetime(),
  opensAt: z.iso.datetime(),
  closesAt: z.iso.datetime(),
  timeZone: z.string(),
  municipality: z.object({ name: z.string(), phone: z.string().nullable() }),
  language,
});
export type HelperInvitation = z.infer<typeof helperInvitation>;

/** POST /api/helpers/:helperId/call-token → callTokenView, …/departure → arrivalView, and GET …/events?tabId=… (the helper's cookie). POST /api/helper/arrival (the helper's link
    token), arriveInput → arrivalView and the cookie: the helper's page hears of itself in the words of a citizen's. */
export const helperTabInput = z.object({ helperId: sentId, tabId });
