import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { testConfig } from "../test/config.js";
import { readConfig } from "./config.js";

describe("the settings", () => {
  const folder = mkdtempSync(join(tmpdir(), "balie-settings-"));
  const file = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const secret = "s3cr3t".repeat(7);
  after(() => rmSync(folder, { recursive: true }));

  it("may each come from a file, also where an empty setting of the same name is there", () => {
    const config = testConfig("postgres://a:b@localhost/c", {
      APP_SECRET: "",
      APP_SECRET_FILE: file("app", `${secret}\n`),
    });
    expect(config.APP_SECRET).to.equal(secret);
  });
  it("tell all their faults at once, by name and without a value", () => {
    const faulty = () =>
      readConfig({
        DATABASE_URL: "mysql://user:hunter2@localhost/balie",
        APP_SECRET_FILE: join(folder, "nowhere"),
        HTTP_PORT: "eighty",
        SMTP_URL_FILE: folder,
      });
    expect(faulty).to.throw(/^These settings are missing or wrong:\n/);
    expect(faulty).to.throw(`  APP_SECRET_FILE: ${join(folder, "nowhere")} cannot be read (ENOENT)\n`);
    expect(faulty).to.throw(`  SMTP_URL_FILE: ${folder} cannot be read (EISDIR)\n`);
    expect(faulty).to.throw("  DATABASE_URL: needs postgres://user:password@host:port/name\n");
    expect(faulty).to.throw("  PUBLIC_URL: is missing\n");
    expect(faulty).to.throw("  HTTP_PORT: ");
    expect(faulty).to.not.throw(/hunter2| APP_SECRET:| SMTP_URL:/);
  });
});
