import type { EntityManager } from "typeorm";

/** What changed: everything that a counter's console and waiting rooms show, or the administrators' roster of interpreters. */
export type Topic = `counter:${string}` | "roster";

/** PostgreSQL delivers a NOTIFY only on commit, so nobody hears of what was rolled back. Only ids travel. */
export const announce = (db: EntityManager, topic: Topic): Promise<unknown> =>
  db.query("select pg_notify('live', $1)", [topic]);
