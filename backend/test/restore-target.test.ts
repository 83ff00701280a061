import { execFileSync } from "node:child_process";
import { expect } from "chai";
import { createTestDatabase, type TestDatabase } from "./database.js";

const question = execFileSync("bash", ["-c", `. appliance/lib/target.sh; printf '%s' "$FILLED_TABLES"`], {
  cwd: new URL("../..", import.meta.url),
  encoding: "utf8",
});

describe("the database that an archive is to replace", function () {
  this.timeout(30_000);
  let database: TestDatabase;
  before(async () => {
    database = await createTestDatabase();
  });
  after(async () => {
    await database.drop();
  });
  const query = (sql: string) => database.dataSource.query<Record<string, string>[]>(sql);
  /** As psql's \gexec does: each answer of the first question is asked in its turn. */
  const filled = async () => {
    const statements = (await query(question.replace(/\\gexec\s*$/, ""))).flatMap(Object.values);
    return (await Promise.all(statements.map(query))).flat().flatMap(Object.values);
  };

  it("is ours from its first migration to its last, the queue's tables too", async () => {
    expect(await filled()).to.deep.equal(["migration"]);
    await query("insert into presence_feed values ('a boot', 1, now())");
    expect(await filled()).to.deep.equal(["migration", "presence_feed"]);
  });
  it("has others beside ours: they are named", async () => {
    await query("create table aanslag as select 7 as bedrag");
    await query("create schema belasting create table service (id int)");
    expect((await filled()).filter((each) => each.startsWith("foreign"))).to.deep.equal([
      "foreign belasting.service",
      "foreign public.aanslag",
    ]);
  });
  it("is somebody else's whole, also with a table named as ours", async () => {
    await query("drop table migrations");
    expect(await filled()).to.include("foreign public.service");
  });
});
