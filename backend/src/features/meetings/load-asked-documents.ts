import type { AskedDocument } from "@balie/contract/documents";
import type { EntityManager } from "typeorm";
import type { Arrival } from "./arrival.entity.js";
import { isInCall } from "./arrival.view.js";

/** What the clerks asked of those who are in their call, by meeting. Nothing is asked for the others. */
export async function loadAskedDocuments(
  db: EntityManager,
  arrivals: Arrival[],
): Promise<Map<string, AskedDocument[]>> {
  const meetingIds = arrivals.filter(isInCall).map(({ meetingId }) => meetingId);
  const byMeeting = new Map<string, AskedDocument[]>();
  if (meetingIds.length === 0) return byMeeting;
  const rows: (AskedDocument & { meetingId: string })[] = await db.query(
    `select meeting_id "meetingId", id, what, state from document
     where meeting_id = any($1) and state in ('asked', 'sent', 'declined') order by asked_at, id`,
    [meetingIds],
  );
  for (const { meetingId, ...document } of rows)
    byMeeting.set(meetingId, [...(byMeeting.get(meetingId) ?? []), document]);
  return byMeeting;
}
