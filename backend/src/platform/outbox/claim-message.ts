import type { EntityManager } from "typeorm";
import type { Job } from "../queue/job-queue.js";

/** Longer than any try can take; see `sendLimitMs` of the mailer. */
export const leaseSeconds = 90;

/** One try of one message. `lease` is the moment it ends, in PostgreSQL's own words: nobody else holds a claim with the same. */
export type Claim = { id: string; kind: string; subjectId: string; attempts: number; lease: string };

/** Due by the database's clock, the one that all workers share; the second is for an application whose clock runs ahead. */
const isDue = `(message.state = 'scheduled' and message.due_at <= now() + interval '1 second'
  or message.state = 'sending' and message.leased_until < now())`;

/** Two workers at one row: the second waits for the first's commit, and then the row is no longer due.
    Messages about one subject go one at a time, so a cancellation doesn't overtake the confirmation.
    @returns null when there is nothing to do for this worker, now. */
export async function claimMessage(db: EntityManager, id: string): Promise<Claim | null> {
  const [[claim]] = await db.query(
    `update outbox_message message
     set state = 'sending', attempts = attempts + 1, leased_until = now() + make_interval(secs => $2)
     where id = $1 and ${isDue} and not exists (
       select from outbox_message other
       where other.subject_id = message.subject_id and other.id <> message.id
         and other.state = 'sending' and other.leased_until >= now())
     returning id, kind, subject_id as "subjectId", attempts, leased_until::text as lease`,
    [id, leaseSeconds],
  );
  return claim ?? null;
}

/** What is due and what a dead worker left, the oldest first. */
export const findDueMessages = (db: EntityManager): Promise<Job[]> =>
  db.query(`select id as "rowId", attempts from outbox_message message where ${isDue} order by due_at, id limit 500`);

/** How a try ended. Nothing happens to a claim whose lease another worker took over. A message about the same subject that waited for this one
    is told to the workers.
    @returns whether the claim was still ours. */
export async function settleClaim(db: EntityManager, claim: Claim, settlement: Settlement): Promise<boolean> {
  const [{ settled }] = await db.query(
    `with settled as (
       update outbox_message
       set state = $3, leased_until = null, last_failure = $4, attempts = $5,
         sent_at = case when $3 = 'sent' then now() end,
         due_at = case when $3 = 'scheduled' then now() + make_interval(secs => $6) else due_at end
       where id = $1 and state = 'sending' and leased_until = $2::timestamptz
       returning id, subject_id
     ), told as (
       select pg_notify('outbox', message.id::text)
       from outbox_message message join settled using (subject_id)
       where message.id <> settled.id and message.state = 'scheduled' and message.attempts = 0 and ${isDue}
     )
     select (select count(*)::int from settled) as settled, (select count(*) from told) as told`,
    [
      claim.id,
      claim.lease,
      settlement.state,
      settlement.failure ?? null,
      settlement.attempts ?? claim.attempts,
      settlement.afterSeconds ?? 0,
    ],
  );
  return settled === 1;
}

export type Settlement = {
  state: "sent" | "withdrawn" | "failed" | "scheduled";
  failure?: string;
  attempts?: number;
  afterSeconds?: number;
};
