import type { Socket } from "node:net";
import pg from "pg";

/** As pgjdbc's prepareThreshold: what is asked once must not stay with every connection. */
const askedOften = 20;
/** Each costs memory in every connection that asks it. */
const mostKept = 300;
const mostKnown = 5_000;

/** What is asked again and again gets a name, under which a connection keeps it: parsed once, and planned a few times at most. */
export class StatementBook {
  private readonly known = new Map<string, { asked: number; name?: string }>();
  private kept = 0;

  nameOf(statement: string): string | undefined {
    const one = this.known.get(statement) ?? { asked: 0 };
    one.asked += 1;
    if (one.asked === 1 && this.known.size < mostKnown) this.known.set(statement, one);
    if (!one.name && one.asked > askedOften && this.kept < mostKept) one.name = `statement_${this.kept++}`;
    return one.name;
  }
}

/** A connection on which statements that wait for no answer leave in one write, and a transaction's beginning with its first statement. */
export class Connection extends pg.Client {
  static statements = new StatementBook();

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
    const name =
      Array.isArray(values) && typeof statement === "string" ? Connection.statements.nameOf(statement) : undefined;
    return name ? super.query({ name, text: statement, values }) : super.query(statement, values, callback);
  }
}
