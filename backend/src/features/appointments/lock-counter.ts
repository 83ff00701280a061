import type { EntityManager } from "typeorm";

/** One booking at a time per counter: without it, rivals for one slot can deadlock (40P01) on the exclusion constraint. NO KEY: rows that merely refer to
    the counter need not wait. */
export const lockCounter = (db: EntityManager, counterId: string): Promise<unknown> =>
  db.query("select 1 from counter where id = $1 for no key update", [counterId]);
