import { spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import pg from "pg";
import { type Postgres, startPostgres } from "./postgres.ts";
import { isAlive } from "./process-table.ts";

const MODULE = fileURLToPath(new URL("./postgres.ts", import.meta.url));

describe("the built-in PostgreSQL", function () {
  this.timeout(20_000);
  let home: string;
  let server: Postgres | undefined;

  before(() => {
    home = fs.mkdtempSync(path.join(os.tmpdir(), "balie-postgres-"));
  });

  after(async () => {
    await server?.stop();
    fs.rmSync(home, { recursive: true, force: true });
  });

  it("starts, with a database that its role owns without being superuser", async () => {
    server = await startPostgres({ home, password: "one", adminPassword: "two" });
    const [row] = await query(
      server.url,
      "select usesuper, current_database() as name from pg_user where usename = current_user",
    );
    expect(row).to.deep.equal({ usesuper: false, name: "balie" });
    await query(server.url, "create extension pgcrypto; create extension btree_gist; create table kept (word text)");
    await query(server.url, "insert into kept values ('still here')");
  });

  it("refuses a wrong password", async () => {
    const error = await query(server!.url.replace(":one@", ":wrong@"), "select 1").catch((one) => one);
    expect(error).to.have.property("code", "28P01");
    const [row] = await query(
      server!.adminUrl,
      "select left(rolpassword, 13) as kind from pg_authid where rolname = 'balie'",
    );
    expect(row).to.deep.equal({ kind: "SCRAM-SHA-256" });
  });

  it("listens on 127.0.0.1 alone, without a socket file", async () => {
    const [row] = await query(
      server!.adminUrl,
      "select current_setting('listen_addresses') a, current_setting('unix_socket_directories') s",
    );
    expect(row).to.deep.equal({ a: "127.0.0.1", s: "" });
  });

  it("refuses a password that does not fit the data, in one sentence", async () => {
    await server!.stop();
    const error = await startPostgres({ home, password: "one", adminPassword: "lost" }).catch((one) => one);
    expect(error).to.have.property("name", "Refusal");
    expect(error.message).to.include("secrets.json");
  });

  it("keeps running when its launcher is killed, and is adopted with its data by the next", async () => {
    const launcher = spawn(process.execPath, [
      "--input-type=module",
      "-e",
      `const { startPostgres } = await import(${JSON.stringify(MODULE)});
       await startPostgres({ home: ${JSON.stringify(home)}, password: "one", adminPassword: "two", outlivesLauncher: true });
       process.kill(process.pid, "SIGKILL");`,
    ]);
    await new Promise((resolve) => launcher.once("exit", resolve));
    server = await startPostgres({ home, password: "one", adminPassword: "two" });
    expect(server.isAdopted).to.equal(true);
    expect(await query(server.url, "select * from kept")).to.deep.equal([{ word: "still here" }]);
  });

  it("is started again when an adopted server dies", async () => {
    const pid = server!.process.pid() as number;
    server!.process.kill("SIGKILL");
    await until(() => server!.process.pid() !== undefined && server!.process.pid() !== pid);
    await until(() => query(server!.url, "select 1").then(Boolean, () => false));
  });

  it("ends with its launcher when it is told to", async () => {
    await server!.stop();
    const launcher = spawn(process.execPath, [
      "--input-type=module",
      "-e",
      `const { startPostgres } = await import(${JSON.stringify(MODULE)});
       const server = await startPostgres({ home: ${JSON.stringify(home)}, password: "one", adminPassword: "two" });
       process.stdout.write(String(server.process.pid()), () => process.kill(process.pid, "SIGKILL"));`,
    ]);
    let pid = "";
    launcher.stdout.on("data", (chunk) => (pid += chunk));
    await new Promise((resolve) => launcher.once("close", resolve));
    await until(() => !isAlive(Number(pid)));
  });
});

async function query(url: string, sql: string): Promise<object[]> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    return (await client.query(sql)).rows ?? [];
  } finally {
    await client.end();
  }
}

/** Waits for what is seen, at most as long as the test may take. */
async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 50));
}
