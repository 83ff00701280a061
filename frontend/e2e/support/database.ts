import { Client } from "pg";
import type { Stack } from "../../../appliance/embedded/stack.ts";

/** What stands in the database now. */
export const ask = async (stack: Stack, sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> => {
  const client = new Client({ connectionString: stack.databaseUrl });
  await client.connect();
  try {
    return (await client.query(sql, values)).rows;
  } finally {
    await client.end();
  }
};
