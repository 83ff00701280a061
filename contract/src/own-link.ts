import { z } from "zod";
import { helperState } from "./helpers.js";
import { meetingStatus } from "./meetings.js";

/** What whoever comes by a link of their own, a helper or an interpreter, may know before anybody let them in: to which meeting it leads, and how they stand with it. */
export const ownLinkView = z.object({
  id: z.uuid(),
  name: z.string(),
  state: helperState,
  isCancelled: z.boolean(),
  meetingStatus,
  startsAt: z.iso.datetime(),
  opensAt: z.iso.datetime(),
  closesAt: z.iso.datetime(),
  timeZone: z.string(),
  municipality: z.object({ name: z.string(), phone: z.string().nullable() }),
});
export type OwnLinkView = z.infer<typeof ownLinkView>;
