import type { DataSource } from "typeorm";
import { describeFault } from "../log.js";
import { createDataSource } from "./data-source.js";

/** For a composition root: the process's pool, or the end of the process with one sentence. */
export async function openDatabaseOrExit(...settings: Parameters<typeof createDataSource>): Promise<DataSource> {
  try {
    return await createDataSource(...settings).initialize();
  } catch (fault) {
    const { code, message } = describeFault(fault);
    console.error(
      `The database does not answer (${code ?? message}): see that PostgreSQL runs and that DATABASE_URL is its address.`,
    );
    process.exit(1);
  }
}
