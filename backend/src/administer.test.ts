import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { startTestApp, type TestApp } from "../test/app.js";
import { environmentOf, runScript } from "../test/run-script.js";

describe("administer", function () {
  this.timeout(60_000);
  let app: TestApp;

  before(async () => {
    app = await startTestApp(new Date(), { PUBLIC_URL: "https://balie.voorbeeldegem.example" });
  });
  after(() => app.stop());

  const settings = {
    MUNICIPALITY_NAME: "Gemeente Zandhoven",
    MUNICIPALITY_PHONE: "+32 3 000 00 00",
    TZ: "Europe/Brussels",
  };
  const administer = (args: string[] = [], env: NodeJS.ProcessEnv = { ADMIN_EMAIL: "Beheer@Zandhoven.example" }) =>
    runScript("administer", args, { ...environmentOf(app.config), ...settings, ...env });
  const tokenIn = (out: string) => /https:\/\/balie\.voorbeeldegem\.example\/welcome\/([\w-]{43})$/m.exec(out)?.[1];
  const accept = (bearer: string) => {
    app.clock.now = new Date();
    return app.call("POST", "/api/welcome", { bearer, body: { name: "Bea Heer", password: "paard batterij nietje" } });
  };

  it("says all that is missing, and sets nothing up", async () => {
    const nameless = await administer([], { MUNICIPALITY_NAME: "" });
    expect(nameless).to.include({ code: 2, err: "Set MUNICIPALITY_NAME to the municipality's name.\n" });
    const zoneless = await administer([], { TZ: "Brussels" });
    expect(zoneless).to.include({ code: 2, err: "TZ is no time zone: set a name like Europe/Brussels.\n" });
    const ownerless = await administer([], {});
    expect(ownerless.err).to.equal("Set ADMIN_EMAIL to the administrator's address, or give it with --email.\n");
    const early = await app.call("GET", "/api/municipality");
    expect([early.status, early.json.code]).to.deep.equal([503, "not_set_up"]);
    expect((await administer(["--nonsense"])).code).to.equal(2);
    expect((await administer(["--help"])).out).to.match(/^Usage: /);
  });
  it("sets up the municipality and the first administrator, who opens the link and works at every counter", async () => {
    const { code, out } = await administer();
    expect(code).to.equal(0);
    expect((await app.call("GET", "/api/municipality")).json).to.include({
      name: "Gemeente Zandhoven",
      phone: "+32 3 000 00 00",
    });
    const repeated = await administer([], {
      ADMIN_EMAIL: "beheer@zandhoven.example",
      MUNICIPALITY_PHONE: "+32 3 111 11 11",
    });
    expect((await app.call("GET", "/api/municipality")).json.phone).to.equal("+32 3 111 11 11");
    expect((await accept(tokenIn(out)!)).json.code).to.equal("welcome_expired");
    expect((await accept(tokenIn(repeated.out)!)).json).to.include({ name: "Bea Heer", role: "admin" });
  });
  it("makes no other administrator by itself, and one more or a new link when asked", async () => {
    const again = await administer();
    expect([again.code, tokenIn(again.out)]).to.deep.equal([0, undefined]);
    const another = await administer(["--email", "tweede@zandhoven.example"]);
    expect((await accept(tokenIn(another.out)!)).json.role).to.equal("admin");
    expect(tokenIn((await administer(["--email", "beheer@zandhoven.example"])).out)).to.be.a("string");
  });
  it("gives a clerk who forgot the password a new link, and nobody else one", async () => {
    await app.database.dataSource.query(
      "insert into clerk (email, name, role) values ('an@zandhoven.example', 'An', 'clerk')",
    );
    const { out } = await administer(["--welcome", "An@zandhoven.example"]);
    expect((await accept(tokenIn(out)!)).json.role).to.equal("clerk");
    const unknown = await administer(["--welcome", "x@zandhoven.example"]);
    expect(unknown).to.include({ code: 1, err: "There is no active clerk with the address x@zandhoven.example.\n" });
  });
  it("begins with the starter, once, and says before what it would do", async () => {
    const env = { ADMIN_EMAIL: "beheer@zandhoven.example" };
    const services = async () => (await app.call("GET", "/api/services")).json.services.length;
    expect((await administer([], env)).out).to.contain("There are no counters yet: --apply FILE");
    const dry = await administer(["--starter", "--dry-run"], env);
    expect(dry.out)
      .to.contain("+ counter burgerzaken\n+ service burgerzaken/verhuizen\n")
      .and.contain("Nothing was changed");
    expect(await services()).to.equal(0);
    expect((await administer(["--starter"], env)).out).to.contain("+ counter burgerzaken\n");
    expect(await services()).to.equal(4);
    expect((await administer(["--starter"], env)).out).to.not.contain("counter burgerzaken");
  });
  it("applies the operator's own file, and tells all its faults by place, having changed nothing", async () => {
    const folder = mkdtempSync(join(tmpdir(), "balie-file-"));
    const file = join(folder, "municipality.json");
    const starter = JSON.parse(readFileSync(join(import.meta.dirname, "../../appliance/municipality.json"), "utf8"));
    starter.clerks = [{ email: "jan@zandhoven.example", name: "Jan", counters: ["burgerzaken"] }];
    starter.counters[1].services.pop();
    writeFileSync(file, JSON.stringify(starter));
    const { code, out } = await administer(["--apply", file]);
    expect(code).to.equal(0);
    expect(out).to.match(
      /^- service ondernemen\/zaal-huren: no longer offered\n\+ clerk jan@zandhoven\.example\n2 changes\n/,
    );
    expect((await accept(tokenIn(out)!)).json.counters[0].name.nl).to.equal("Burgerzaken");

    delete starter.counters[0].services[1].name.nl;
    starter.counters[0].capacity = "two";
    writeFileSync(file, JSON.stringify(starter));
    const faulty = await administer(["--apply", file]);
    expect(faulty).to.include({ code: 1, out: "" });
    expect(faulty.err).to.match(
      /^\S+municipality\.json was not applied:\n {2}counters\[0\]\.capacity: .+\n {2}counters\[0\]\.services\[1\]\.name\.nl: is missing\n$/,
    );
    writeFileSync(file, "{ counters: [] }");
    expect((await administer(["--apply", file])).err).to.match(/municipality\.json is no JSON: /);
    expect((await administer(["--apply", join(folder, "none")])).err).to.match(/none cannot be read \(ENOENT\)\.\n$/);
    rmSync(folder, { recursive: true });
  });
  it("tells in a sentence that the database is away", async () => {
    const { code, err } = await administer([], { DATABASE_URL: "postgres://a:b@127.0.0.1:1/c" });
    expect(code).to.equal(1);
    expect(err).to.match(/^The database does not answer \(ECONNREFUSED\): see that PostgreSQL runs .*\n$/);
  });
});
