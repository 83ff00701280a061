import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { type Stack, type StackOptions, startStack } from "../../appliance/embedded/stack.ts";

/** The whole embedded mode in a folder of its own, on free ports; ended and wiped by `stop`. */
export async function startDrillStack(options: Partial<StackOptions>): Promise<Stack> {
  const home = await mkdtemp(join(tmpdir(), "balie-drill-"));
  const stack = await startStack({ home, ...options });
  return {
    ...stack,
    stop: async () => {
      await stack.stop();
      await rm(home, { recursive: true, force: true });
    },
  };
}

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
