import type { EntityManager } from "typeorm";

export type CounterCount = { counter: string; waiting: number; inProgress: number; longestWaitSeconds: number };

/** How busy each counter is now, by its Dutch name; for the metrics, so nothing of who waits. */
export const countMeetings = (db: EntityManager): Promise<CounterCount[]> =>
  db.query(
    `select c.name->>'nl' counter,
            count(distinct m.id) filter (where m.status = 'waiting')::int waiting,
            count(distinct m.id) filter (where m.status = 'in_progress')::int "inProgress",
            coalesce(extract(epoch from now() - min(a.arrived_at) filter (where m.status = 'waiting')), 0)::float
              "longestWaitSeconds"
     from counter c
     left join meeting m on m.counter_id = c.id and m.status in ('waiting', 'in_progress')
     left join arrival a on a.meeting_id = m.id and a.state = 'waiting'
     group by c.id`,
  );

/** What Prosody still has to be told. */
export async function countRoomOrders(db: EntityManager): Promise<number> {
  const [{ count }] = await db.query("select count(*)::int from room_order where done_at is null");
  return count;
}
