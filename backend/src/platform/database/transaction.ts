import type { DataSource, EntityManager } from "typeorm";

const leftOf = new WeakMap<EntityManager, Promise<unknown>[]>();

/** Runs in one transaction. Statements that `run` left to the commit are looked at after it: PostgreSQL commits nothing when one failed, and the first failure is thrown. */
export async function inTransaction(dataSource: DataSource, run: (db: EntityManager) => Promise<void>): Promise<void> {
  const left: Promise<unknown>[] = [];
  await dataSource.transaction((db) => {
    leftOf.set(db, left);
    return run(db);
  });
  for (const statement of left) await statement;
}

/** A transaction's last statements, of which only matters whether they succeed: they leave with the commit, so that what they lock is free one round trip earlier.
    The one whose failure tells most comes first, as those behind it fail too. */
export function leaveToCommit(db: EntityManager, statements: Promise<unknown>[]): void {
  const left = leftOf.get(db);
  if (!left) throw new Error("Only what runs in inTransaction can leave statements to its commit.");
  left.push(...statements);
  for (const statement of statements) statement.catch(() => undefined);
}
