import fs from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { until } from "../../backend/test/until.ts";
import { askToBook, type Booked, book, bookedBy, freeTimes, openLink } from "./support/citizen.ts";
import { command } from "./support/command.ts";
import { look, lookAt } from "./support/engine.ts";
import { operate, sql } from "./support/operator.ts";
import { forgetLimits, halves, isClearRefusal, isConfirmed, worksAfterwards } from "./support/proof.ts";
import { changeSettings, compose, ensureUp, FOLDER, fillDemo, LAB, start } from "./support/site.ts";

const disk = path.join(LAB, "small-disk");
const ballast = path.join(disk, "ballast");
const settingsFile = path.join(FOLDER, ".env");
const limitSeconds = 120;

interface Finding {
  check: string;
  state: string;
  seen: string;
  mend: string;
}

const diagnose = async (): Promise<Finding[]> => {
  const { out } = await operate("doctor", ["--json", "--only", "disk,containers,database"]);
  return out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Finding);
};

/** To the last byte; what the database lets go of is taken as well. */
async function fill(): Promise<void> {
  await command("dd", ["if=/dev/zero", `of=${ballast}`, "bs=4k", "oflag=append", "conv=notrunc"]).then(
    () => expect.fail("the disk has no end"),
    (fault: Error) => expect(fault.message).to.include("No space left on device"),
  );
}

describe("a full disk under the database", function () {
  this.timeout(300_000);
  let settings: string;
  const booked: Booked[] = [];

  before(async () => {
    await ensureUp();
    settings = fs.readFileSync(settingsFile, "utf8");
    fs.mkdirSync(disk, { recursive: true });
    await command("mount", ["-t", "tmpfs", "-o", "size=256m", "none", disk]);
    fs.mkdirSync(path.join(disk, "data"), { mode: 0o700 });
    fs.chownSync(path.join(disk, "data"), 999, 999);
    changeSettings({
      COMPOSE_FILE: "docker-compose.yml:appliance/lab/docker-compose.lab.yml:appliance/lab/small-disk.yml",
    });
    await start();
    await fillDemo();
    booked.push(await book());
  });
  after(async () => {
    fs.rmSync(ballast, { force: true });
    fs.writeFileSync(settingsFile, settings, { mode: 0o600 });
    await start();
    await command("umount", [disk]);
  });

  /** Books on until the disk has its way; what is promised until then counts. */
  const bookUntilRefused = async () => {
    for (const [number, wish] of (await freeTimes()).entries()) {
      // Of a table that is full already, a row can still be taken away.
      if (number % 15 === 0) await forgetLimits();
      const answer = await askToBook(wish);
      if (answer.status !== 201) return answer;
      booked.push(bookedBy(answer));
    }
    throw new Error("nothing was refused");
  };

  it("is told to the citizen as a clear refusal, and nothing is half done", async () => {
    const earlier = Number(await sql("select count(*) from appointment")) - booked.length;
    await fill();
    const answer = await bookUntilRefused();
    console.log(`      refused after ${booked.length - 1} bookings more: ${answer.status} ${answer.body}`);
    expect(isClearRefusal(answer), answer.body).to.equal(true);
    expect(Number(await sql("select count(*) from appointment"))).to.equal(earlier + booked.length);
    expect(await halves()).to.equal("0");
    for (const one of booked) expect((await openLink(one)).status).to.equal(200);
  });

  it("is told to the operator by the doctor and in the logs, with what to do", async () => {
    const findings = await diagnose();
    const found = (check: string) => findings.find((one) => one.check === check);
    expect(found("disk:database")?.seen).to.match(/small-disk\/data\) has 0 MB left, 100 % is used/);
    expect(found("disk:database")?.mend).to.include("Make room").and.include("A full disk stops the database.");
    expect(found("database")?.seen).to.include("No space left on device");
    expect(found("database")?.mend).to.include("Its disk is full: make room");
    expect(await compose(["logs", "--no-log-prefix", "app"])).to.include("No space left on device");
  });

  it("stops PostgreSQL itself when it cannot write its journal: still refused clearly, and told", async () => {
    const wishes = await freeTimes();
    const entry = "select pg_logical_emit_message(true, 'lab', repeat('x', 100000)) from generate_series(1, 100)";
    const isWritten = () =>
      sql(entry).then(
        () => true,
        () => false,
      );
    await until("the end of the journal", async () => !(await isWritten()), 60_000);
    await until("its last words", async () =>
      /(PANIC|FATAL):.*No space left on device/.test(await compose(["logs", "--no-log-prefix", "postgres"])),
    );
    const refusal = await until("a refusal", async () => {
      const wish = wishes.pop();
      if (!wish) throw new Error("nothing was refused");
      const answer = await askToBook(wish);
      if (answer.status === 201) booked.push(bookedBy(answer));
      return isClearRefusal(answer) ? answer : null;
    });
    expect(refusal.status).to.equal(503);
    expect((await diagnose()).find(({ check }) => check === "disk:database")?.state).to.equal("fault");
  });

  it(`goes on by itself within ${limitSeconds} s once there is room, with all that was promised`, async () => {
    const postgres = (await compose(["ps", "-a", "-q", "postgres"])).trim();
    const app = await lookAt("app");
    fs.rmSync(ballast);
    const madeAt = Date.now();
    await until(
      "the database and the app, healthy",
      async () => (await look(postgres)).health === "healthy" && (await look(app.id)).health === "healthy",
      limitSeconds * 1_000,
    );
    console.log(`      healthy ${((Date.now() - madeAt) / 1_000).toFixed(1)} s after there was room`);
    for (const one of booked) expect(await openLink(one)).to.deep.equal({ status: 200, id: one.id });
    booked.push(await worksAfterwards(booked[0]!));
    for (const one of booked) expect(await isConfirmed(one, 180_000)).to.be.at.least(1);
  });
});
