import type { EntityManager } from "typeorm";
import type { Meeting } from "./meeting.entity.js";

/** A citizen on the telephone has no page that shows who comes: the clerk says it. So whoever waits for that alone is let in at once; an interpreter by a link,
    once they are at the door. Elsewhere changes nothing. The caller holds the meeting's lock, and announces. */
export async function letInUntold(
  db: EntityManager,
  { id, medium }: Pick<Meeting, "id" | "medium">,
  now: Date,
): Promise<void> {
  if (medium !== "dial_in") return;
  await db.query(
    `update guest set state = 'admitted', told_at = $2
     where meeting_id = $1 and state = 'announced' and (role in ('colleague', 'helper') and not is_by_phone or at_door_at is not null)`,
    [id, now],
  );
}
