import type { EntityManager } from "typeorm";
import { tellTimers } from "./tell-hunt.js";

/** Short, so that a search loses little by its worker's death. A dial may take longer: whoever dials again dials the same call, and Prosody gives both the same answer. */
const leaseSeconds = 5;

/** Timers are exact to some milliseconds. */
const isDue = `due_at <= now() + interval '20 milliseconds' and (leased_until is null or leased_until < now())`;

/** Two workers at one row: the second finds it claimed. @returns whether there is something to do for this worker, now. */
export async function claimRequest(db: EntityManager, id: string): Promise<boolean> {
  const [claimed]: [unknown[], number] = await db.query(
    `update interpreter_request set leased_until = now() + make_interval(secs => $2) where id = $1 and ${isDue} returning id`,
    [id, leaseSeconds],
  );
  return claimed.length > 0;
}

/** Nothing to do until then, for no worker. */
export async function postpone(db: EntityManager, id: string, seconds: number): Promise<void> {
  await db.query(
    "update interpreter_request set due_at = now() + make_interval(secs => $2), leased_until = null where id = $1 and due_at is not null",
    [id, seconds],
  );
  await tellTimers(db);
}
