import type { EntityManager } from "typeorm";
import type { Meeting } from "./meeting.entity.js";
import { consoleSilenceSeconds } from "./open-consoles.js";

export type FoundSuccessor = {
  clerkId: string;
  name: string;
  isInMeeting: boolean;
  leadsAnother: boolean;
  /** They would see the question: their console is open. */
  isThere: boolean;
};

/** The other clerks of a meeting's counter whose account works, and those of another who are in it, by name. `only`: nobody but this one. */
export const findSuccessors = (
  db: EntityManager,
  { id, counterId, clerkId }: Pick<Meeting, "id" | "counterId" | "clerkId">,
  now: Date,
  only: string | null = null,
): Promise<FoundSuccessor[]> =>
  // Who is in the meeting is known by the row of the feature below.
  db.query(
    `select k.id "clerkId", k.name, inside "isInMeeting",
            exists (select from meeting m where m.clerk_id = k.id and m.status = 'in_progress' and m.id <> $1) "leadsAnother",
            exists (select from open_console o where o.clerk_id = k.id
                    and o.seen_at > $4::timestamptz - make_interval(secs => $6)) "isThere"
     from clerk k, lateral (select exists (
       select from colleague q join guest g on g.id = q.guest_id
       where q.meeting_id = $1 and q.clerk_id = k.id and g.state in ('announced', 'admitted')) inside) place
     where k.is_active and k.id <> $3 and ($5::uuid is null or k.id = $5)
       and (inside or k.role = 'admin' or exists (select from clerk_counter l where l.clerk_id = k.id and l.counter_id = $2))
     order by lower(k.name), k.id`,
    [id, counterId, clerkId, now, only, consoleSilenceSeconds],
  );
