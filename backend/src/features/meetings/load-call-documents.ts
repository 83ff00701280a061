import type { AskedDocument, GivenDocument } from "@balie/contract/documents";
import type { EntityManager } from "typeorm";
import type { Arrival } from "./arrival.entity.js";
import { type CallDocuments, isInCall, noDocuments } from "./arrival.view.js";

type Row = AskedDocument & GivenDocument & { meetingId: string; isGiven: boolean };

/** What the clerks asked of those who are in their call and gave them, by meeting. Nothing is read for the others. */
export async function loadCallDocuments(db: EntityManager, arrivals: Arrival[]): Promise<Map<string, CallDocuments>> {
  const meetingIds = arrivals.filter(isInCall).map(({ meetingId }) => meetingId);
  const byMeeting = new Map<string, CallDocuments>();
  if (meetingIds.length === 0) return byMeeting;
  const rows: Row[] = await db.query(
    `select meeting_id "meetingId", id, what, state, name, size_bytes "sizeBytes", opened_at is not null "isOpened",
            given_at is not null "isGiven"
     from document where meeting_id = any($1) and state in ('asked', 'sent', 'declined', 'given')
     order by coalesce(asked_at, given_at), id`,
    [meetingIds],
  );
  for (const { meetingId, isGiven, id, what, state, name, sizeBytes, isOpened } of rows) {
    const { documents, givenDocuments } = byMeeting.get(meetingId) ?? noDocuments;
    byMeeting.set(meetingId, {
      documents: isGiven ? documents : [...documents, { id, what, state }],
      givenDocuments: isGiven ? [...givenDocuments, { id, name, sizeBytes, isOpened }] : givenDocuments,
    });
  }
  return byMeeting;
}
