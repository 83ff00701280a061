import { expect } from "chai";
import { createTestDatabase, type TestDatabase } from "../../../test/database.js";

describe("a connection to PostgreSQL", () => {
  let database: TestDatabase;
  before(async () => {
    database = await createTestDatabase();
  });
  after(() => database.drop());

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
