import pg from "pg";
import type { Stack } from "../../appliance/embedded/stack.ts";

/** One statement on the stack's database. */
export async function queryStack<Row>(stack: Stack, statement: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: stack.databaseUrl });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query(statement, values)).rows as Row[];
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Client addresses as many as you like: the whole of 127.0.0.0/8 is this machine. */
export const clientAddressOf = (index: number): string => `127.0.${10 + Math.floor(index / 250)}.${1 + (index % 250)}`;
