import type { Socket } from "node:net";
import pg from "pg";

/** As pgjdbc's prepareThreshold: what is asked once must not stay with every connection. */
const askedOften = 20;
const mostStatements = 300;

type Known = { name: string; asked: number };
const known = new Map<string, Known>();

/** The name under which a connection keeps a statement that is asked again and again: parsed once, and planned a few times at most. */
function nameOf(statement: string): string | undefined {
  const one = known.get(statement) ?? { name: `statement_${known.size}`, asked: 0 };
  one.asked += 1;
  if (one.asked === 1 && known.size < mostStatements) known.set(statement, one);
  return one.asked > askedOften ? one.name : undefined;
}

/** A connection on which statements that wait for no answer leave in one write, and a transaction's beginning with its first statement. */
export class Connection extends pg.Client {
  // biome-ignore lint/suspicious/noExplicitAny: stands for the ten overloads of pg
  override query(statement: any, values?: any, callback?: any): any {
    const { stream } = (this as unknown as { connection: { stream: Socket } }).connection;
    stream.cork();
    // The tick comes after all promises that can go on now.
    process.nextTick(() => stream.uncork());
    if (statement === "START TRANSACTION") {
      // It fails only with its connection, and then so does what follows.
      super.query(statement).catch(() => undefined);
      return Promise.resolve();
    }
    const name = Array.isArray(values) && typeof statement === "string" ? nameOf(statement) : undefined;
    return name ? super.query({ name, text: statement, values }) : super.query(statement, values, callback);
  }
}
