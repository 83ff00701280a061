import type { EntityManager } from "typeorm";
import type { RoomEvent } from "../meetings/hear-rooms.js";

/** How long a citizen may be out of the room, by a reload or a poor line, before the search stops: as long as the page gives the line to come back. */
const patienceSeconds = 10;

/** Searches for whom nobody waits any more; `r` is the request. */
export const isDeserted = `r.state in ('queued', 'dialling') and r.deserted_at < now() - interval '${patienceSeconds} seconds'`;

/** While the citizen is out of the room nobody new is rung. @returns whether it is so; the search then goes on in a second. */
export async function waitForCitizen(db: EntityManager, requestId: string): Promise<boolean> {
  const [[waits]] = await db.query(
    `update interpreter_request set state = 'queued', due_at = now() + interval '1 second', leased_until = null
     where id = $1 and deserted_at is not null returning id`,
    [requestId],
  );
  return waits !== undefined;
}

/** After a gap in what was heard nobody counts as gone. */
export const forgetDeserted = (db: EntityManager): Promise<unknown> =>
  db.query("update interpreter_request set deserted_at = null where deserted_at is not null and ended_at is null");

/** The citizen left the room, or is in it: a search whose citizen hung up stops a little later. */
export async function hearCitizen(db: EntityManager, { event, room, occupant }: RoomEvent): Promise<void> {
  if (!occupant?.user || (event !== "joined" && event !== "left")) return;
  await db.query(
    `update interpreter_request r set deserted_at = case
       when exists (select from occupant o where o.room = m.room and o.user_id = a.id::text) then null else now() end
     from meeting m join arrival a on a.meeting_id = m.id and a.state = 'admitted'
     where r.meeting_id = m.id and m.room = $1 and a.id::text = $2 and r.ended_at is null`,
    [room, occupant.user],
  );
}
