import { z } from "zod";
import { helperRelation } from "./helpers.js";
import { language } from "./languages.js";
import { tabId } from "./meetings.js";
import { ownLinkView } from "./own-link.js";
import { sentId } from "./sent-id.js";

/** GET /api/helper (Authorization: Bearer <the helper's link token>): what the helper may know before anybody let them in. Reading changes nothing. */
export const helperInvitation = ownLinkView.extend({ relation: helperRelation, invitedBy: z.string(), language });
export type HelperInvitation = z.infer<typeof helperInvitation>;

/** POST /api/helpers/:helperId/call-token → callTokenView, …/departure → arrivalView, and GET …/events?tabId=… (the helper's cookie). POST /api/helper/arrival (the helper's link
    token), arriveInput → arrivalView and the cookie: the helper's page hears of itself in the words of a citizen's. */
export const helperTabInput = z.object({ helperId: sentId, tabId });
