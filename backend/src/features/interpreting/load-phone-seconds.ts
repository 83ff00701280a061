import type { EntityManager } from "typeorm";

/** For how long all telephone calls together were connected since `since`, those that still run included. */
export async function loadPhoneSeconds(db: EntityManager, since: Date, now: Date): Promise<number> {
  const [{ seconds }] = await db.query(
    `select coalesce(sum(extract(epoch from coalesce(ended_at, $2::timestamptz) - greatest(connected_at, $1::timestamptz))), 0)::float seconds
     from interpreter_call where medium = 'phone' and connected_at < $2 and coalesce(ended_at, $2) > $1`,
    [since, now],
  );
  return seconds;
}
