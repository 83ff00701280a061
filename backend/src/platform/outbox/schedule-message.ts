import { type EntityManager, In } from "typeorm";
import { OutboxMessage } from "./outbox-message.entity.js";

export type NewMessage = Pick<OutboxMessage, "kind" | "subjectId" | "dueAt">;

/** Messages are rows: they appear with the caller's commit and disappear with its rollback. What is due now is told to the worker, again on
    commit; the rest it finds by itself.
    @returns the ids of the messages. */
export async function scheduleMessages(db: EntityManager, messages: readonly NewMessage[]): Promise<string[]> {
  const rows: { id: string }[] = await db.query(
    `with message as (
       insert into outbox_message (kind, subject_id, due_at)
       select * from unnest($1::text[], $2::uuid[], $3::timestamptz[]) returning id, due_at
     )
     select id, case when due_at <= now() + interval '1 second' then pg_notify('outbox', id::text) end from message`,
    [messages.map(({ kind }) => kind), messages.map(({ subjectId }) => subjectId), messages.map(({ dueAt }) => dueAt)],
  );
  return rows.map(({ id }) => id);
}

/** Takes back what has not gone yet. A message that is being sent at this very moment can't be taken back: it goes, or its try fails and
    the next try asks its feature again whether it is still wanted. What was sent stays sent.
    @param kinds only these; all when left out.
    @returns how many were withdrawn. */
export async function withdrawMessages(
  db: EntityManager,
  subjectId: string,
  kinds?: readonly string[],
): Promise<number> {
  const { affected } = await db.update(
    OutboxMessage,
    { subjectId, state: "scheduled", ...(kinds ? { kind: In([...kinds]) } : {}) },
    { state: "withdrawn" },
  );
  return affected ?? 0;
}
