import type { QueueHelper } from "@balie/contract/helpers";
import type { EntityManager } from "typeorm";

/** Whom the citizens of these meetings invited to help and did not withdraw, by meeting. */
export async function loadInvited(db: EntityManager, meetingIds: string[]): Promise<Map<string, QueueHelper[]>> {
  const byMeeting = new Map<string, QueueHelper[]>();
  if (meetingIds.length === 0) return byMeeting;
  const rows: (Omit<QueueHelper, "consentedAt"> & { meetingId: string; consentedAt: Date })[] = await db.query(
    `select h.meeting_id "meetingId", h.id, h.name, h.relation, case g.state when 'removed' then 'removed' else h.state end state,
            h.consented_at "consentedAt", h.seen_at is not null "isConnected"
     from helper h left join guest g on g.id = h.guest_id
     where h.meeting_id = any($1) and h.state <> 'withdrawn' order by h.consented_at, h.id`,
    [meetingIds],
  );
  for (const { meetingId, consentedAt, ...helper } of rows)
    byMeeting.set(meetingId, [
      ...(byMeeting.get(meetingId) ?? []),
      { ...helper, consentedAt: consentedAt.toISOString() },
    ]);
  return byMeeting;
}
