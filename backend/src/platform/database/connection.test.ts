import { expect } from "chai";
import { createTestDatabase, type TestDatabase } from "../../../test/database.js";
import { Connection, StatementBook } from "./connection.js";

describe("a connection to PostgreSQL", () => {
  let database: TestDatabase;
  const others = Connection.statements;
  before(async () => {
    // The tests before these have asked a great many, and a connection knows a name by one book only.
    Connection.statements = new StatementBook();
    database = await createTestDatabase();
  });
  after(async () => {
    await database.drop();
    Connection.statements = others;
  });

  it("keeps a statement that is asked again and again, and not one that is asked once", async () => {
    await database.dataSource.transaction(async (db) => {
      for (let time = 0; time < 30; time += 1) await db.query("select $1::int often", [time]);
      await db.query("select $1::int once", [1]);
      const kept = await db.query(
        "select statement from pg_prepared_statements where statement ~ '::int (often|once)'",
      );
      expect(kept).to.deep.equal([{ statement: "select $1::int often" }]);
    });
  });
  it("keeps a few hundred of them, and counts some thousands: what is asked once takes no place from what is asked often", () => {
    const book = new StatementBook();
    for (let one = 0; one < 400; one += 1) book.nameOf(`once ${one}`);
    const namesOf = (statement: string) => Array.from({ length: 21 }, () => book.nameOf(statement)).at(-1);
    const names = Array.from({ length: 350 }, (_, one) => namesOf(`often ${one}`));
    expect(new Set(names.slice(0, 300)).size).to.equal(300);
    expect(names[0]).to.be.a("string");
    expect(names.slice(300).every((name) => name === undefined)).to.equal(true);
  });
  it("sends a transaction's beginning, what is asked at once and the commit in as many writes as it waits", async () => {
    const runner = database.dataSource.createQueryRunner();
    const { connection } = await runner.connect();
    let sent = 0;
    const { _writev, _write } = connection.stream;
    connection.stream._writev = (...parts: unknown[]) => {
      sent += 1;
      _writev.apply(connection.stream, parts);
    };
    connection.stream._write = (...parts: unknown[]) => {
      sent += 1;
      _write.apply(connection.stream, parts);
    };
    await runner.startTransaction();
    await Promise.all([1, 2, 3].map((one) => runner.query("select $1::int", [one])));
    await runner.commitTransaction();
    await runner.release();
    expect(sent).to.equal(2);
  });
});
