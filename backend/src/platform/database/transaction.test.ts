import { expect } from "chai";
import { createTestDatabase, type TestDatabase } from "../../../test/database.js";
import { inTransaction, leaveToCommit } from "./transaction.js";

describe("statements that are left to the commit", () => {
  let database: TestDatabase;
  const write = "insert into occupant (room, nick, user_id, joined_at) values ($1, $2, 'u', now())";
  const nicksIn = async (room: string): Promise<string[]> => {
    const rows = await database.dataSource.query("select nick from occupant where room = $1 order by nick", [room]);
    return rows.map(({ nick }: { nick: string }) => nick);
  };
  const leave = (room: string, nicks: string[]) =>
    inTransaction(database.dataSource, async (db) => {
      await db.query(write, [room, "first"]);
      leaveToCommit(
        db,
        nicks.map((nick) => db.query(write, [room, nick])),
      );
    });

  before(async () => {
    database = await createTestDatabase();
  });
  after(() => database.drop());

  it("are committed with what came before", async () => {
    await leave("good", ["second", "third"]);
    expect(await nicksIn("good")).to.deep.equal(["first", "second", "third"]);
  });
  it("undo the whole transaction when one fails, and the first failure is what the caller hears", async () => {
    const failure = await leave("bad", ["second", "first", "third"]).catch((fault: unknown) => fault);
    expect(failure).to.have.nested.property("driverError.code", "23505");
    expect(await nicksIn("bad")).to.deep.equal([]);
  });
  it("are undone when the transaction ends in a refusal", async () => {
    const ending = inTransaction(database.dataSource, async (db) => {
      leaveToCommit(db, [db.query(write, ["refused", "first"])]);
      throw new Error("refused");
    });
    expect(await ending.catch(({ message }: Error) => message)).to.equal("refused");
    expect(await nicksIn("refused")).to.deep.equal([]);
  });
});
