import { z } from "zod";
import { line } from "./plain-text.js";
import { sentId } from "./sent-id.js";

/** Who a helper is to the citizen. An interpreter is none: the municipality finds that one. */
export const helperRelation = z.enum(["family", "carer", "companion"]);
export type HelperRelation = z.infer<typeof helperRelation>;

/** `admitted`: by the clerk's nod, as a guest. `left`: went away while waiting, and may come back. `removed`: by the clerk. `withdrawn`: by the citizen. */
export const helperState = z.enum(["invited", "waiting", "admitted", "left", "removed", "withdrawn"]);
export type HelperState = z.infer<typeof helperState>;

/** At once, and with the withdrawn ones: the municipality's mail must not become somebody's to play with. */
export const helpersAtOnce = 3;
export const helpersEver = 9;
/** A helper as citizen and clerk see them. */
export const helperView = z.object({
  id: z.uuid(),
  name: z.string(),
  relation: helperRelation,
  state: helperState,
  /** When the citizen agreed that this person looks, listens and speaks along. */
  consentedAt: z.iso.datetime(),
});
export type HelperView = z.infer<typeof helperView>;

/** What the clerk's console shows besides; who was let in is on the roster. */
export const queueHelper = helperView.extend({
  /** The page is open and in touch. */
  isConnected: z.boolean(),
});
export type QueueHelper = z.infer<typeof queueHelper>;

/** POST /api/appointment/helpers (link token) → 201 invitedHelper. Sent again with the same requestId it answers the same helper. */
export const inviteHelperInput = z.object({
  requestId: sentId,
  name: line(120),
  relation: helperRelation,
  /** Where the link is mailed to; null: the citizen hands it on. */
  email: z.email().max(254).nullable(),
  /** The citizen's consent in so many words; without it nobody is invited. */
  hasConsented: z.literal(true),
});
export type InviteHelperInput = z.infer<typeof inviteHelperInput>;

/** What only the citizen who invited sees: the helper's own link, to hand on; null once it opens nothing. */
export const invitedHelper = helperView.extend({ link: z.url().nullable(), isMailed: z.boolean() });
export type InvitedHelper = z.infer<typeof invitedHelper>;

/** GET /api/appointment/helpers (link token), and the answer of POST /api/appointment/helpers/:helperId/withdrawal (a second time answers the same). */
export const invitedHelpers = z.object({ helpers: z.array(invitedHelper) });
export type InvitedHelpers = z.infer<typeof invitedHelpers>;
export const withdrawHelperInput = z.object({ helperId: sentId });

/** POST /api/meetings/:meetingId/helpers/:helperId/admission (clerk) → queueEntry. From then on the helper is a guest (contract/guests), and removed as such. */
export const meetingHelperPath = z.object({ meetingId: sentId, helperId: sentId });
