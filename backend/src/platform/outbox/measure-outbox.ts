import type { EntityManager } from "typeorm";

export type OutboxMeasure = { due: number; ahead: number; sending: number; oldestDueSeconds: number };

/** How much mail there is to send, and how long the oldest of it should have gone. */
export async function measureOutbox(db: EntityManager): Promise<OutboxMeasure> {
  const [measure] = await db.query(
    `select count(*) filter (where state = 'scheduled' and due_at <= now())::int due,
            count(*) filter (where state = 'scheduled' and due_at > now())::int ahead,
            count(*) filter (where state = 'sending')::int sending,
            coalesce(extract(epoch from now() - min(due_at) filter (where due_at <= now())), 0)::float "oldestDueSeconds"
     from outbox_message where state in ('scheduled', 'sending')`,
  );
  return measure;
}
