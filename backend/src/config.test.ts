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
  it("let nothing be dialled but Belgian numbers, unless they say so", () => {
    const allowed = (list?: string) =>
      testConfig("postgres://a:b@localhost/c", { PHONE_ALLOWED_PREFIXES: list }).PHONE_ALLOWED_PREFIXES;
    expect(allowed()).to.deep.equal(["+32"]);
    expect(allowed("")).to.deep.equal(["+32"]);
    expect(allowed("+32, +31,sip:pbx.example.org")).to.deep.equal(["+32", "+31", "sip:pbx.example.org"]);
    for (const wrong of ["+", "32", "+0", ",", "sip:", "sip:tolk@pbx.example.org", "*"])
      expect(() => allowed(wrong), wrong).to.throw("  PHONE_ALLOWED_PREFIXES: needs beginnings of numbers like +32");
  });
  it("trust proxies by address or by network, and by no name", () => {
    const trusted = (list: string) => testConfig("postgres://a:b@localhost/c", { TRUSTED_PROXIES: list });
    expect(trusted("10.0.0.0/8, ::1").TRUSTED_PROXIES).to.deep.equal(["10.0.0.0/8", "::1"]);
    expect(() => trusted("proxy.be")).to.throw("  TRUSTED_PROXIES: needs addresses and networks like 10.0.0.0/8");
  });
  it("bound how long a telephone rings, and the minutes of a day", () => {
    const config = (changes: NodeJS.ProcessEnv) => testConfig("postgres://a:b@localhost/c", changes);
    expect(config({})).to.include({ PHONE_RING_SECONDS: 25, PHONE_MINUTES_PER_DAY: 600 });
    expect(() => config({ PHONE_RING_SECONDS: "0", PHONE_MINUTES_PER_DAY: "-1" })).to.throw(
      /PHONE_MINUTES_PER_DAY: .*\n {2}PHONE_RING_SECONDS: /,
    );
  });
  it("want the voice menu's secret where there is a number to dial in, and not without", () => {
    const number = { DIAL_IN_NUMBER: "+32 9 123 45 67" };
    const read = (changes: NodeJS.ProcessEnv) => testConfig("postgres://a:b@localhost/c", changes);
    expect(() => read(number)).to.throw("  DIAL_IN_SECRET: is missing; DIAL_IN_NUMBER needs it");
    expect(() => read({ ...number, DIAL_IN_SECRET: "short" })).to.throw("  DIAL_IN_SECRET: needs 32 or more");
    expect(read({ ...number, DIAL_IN_SECRET: secret })).to.include(number);
    expect(read({ DIAL_IN_NUMBER: "" }).DIAL_IN_NUMBER).to.equal(undefined);
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
