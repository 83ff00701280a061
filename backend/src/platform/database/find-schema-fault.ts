import type { DataSource } from "typeorm";
import { describeFault } from "../log.js";

const patienceMs = 3_000;

/** Why this version can't serve from this database, as a sentence for the operator; null when it can. A database that was brought to a newer version
    counts as one it can't: what that version writes, this one may not understand. */
export async function findSchemaFault(dataSource: DataSource): Promise<string | null> {
  try {
    const applied = await withPatience(dataSource.query<{ name: string }[]>("select name from migrations"));
    const names = new Set(applied.map(({ name }) => name));
    const ours = dataSource.migrations.map((migration) => migration.name ?? migration.constructor.name);
    if (ours.some((name) => !names.has(name))) return "The database is older than this version: run migrate.";
    if (names.size > ours.length)
      return "The database is newer than this version: start the version that migrated it, or restore the backup from before.";
    return null;
  } catch (fault) {
    if (describeFault(fault).code === "42P01") return "The database is empty: run migrate.";
    return "The database does not answer.";
  }
}

function withPatience<T>(answer: Promise<T>): Promise<T> {
  const lateness = new Promise<never>((_, reject) =>
    setTimeout(() => reject(new Error("no answer")), patienceMs).unref(),
  );
  return Promise.race([answer, lateness]);
}
