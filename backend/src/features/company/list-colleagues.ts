import type { ColleagueChoice } from "@balie/contract/company";
import type { ClerkActor, Context } from "../../platform/context.js";
import { Refusal } from "../../platform/http/refusal.js";
import { Meeting } from "../meetings/meeting.entity.js";
import { mayAsk } from "./company.policy.js";

/** Whom the clerk who leads can ask in: every clerk of the municipality who has an account that works. Refused: 404 not_found. */
export async function listColleagues(
  { db, actor }: Context<ClerkActor>,
  { meetingId }: { meetingId: string },
): Promise<ColleagueChoice[]> {
  const meeting = await db.findOneBy(Meeting, { id: meetingId });
  if (!meeting || !mayAsk(actor, meeting)) throw new Refusal(404, "not_found");
  return db.query(
    `select k.id "clerkId", k.name,
            coalesce((select json_agg(c.name order by c.name->>'nl', c.id) from clerk_counter l join counter c on c.id = l.counter_id
                      where l.clerk_id = k.id), '[]') "counterNames",
            exists (select 1 from meeting m join occupant o on o.room = m.room and o.user_id = coalesce(m.led_as, m.clerk_id)::text
                    where m.clerk_id = k.id and m.status = 'in_progress') "isInCall"
     from clerk k where k.is_active and k.password_hash is not null and k.id <> $1 order by lower(k.name), k.id`,
    [actor.clerkId],
  );
}
