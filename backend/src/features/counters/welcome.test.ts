import { expect } from "chai";
import { type Answer, startTestApp, type TestApp } from "../../../test/app.js";
import { buildMunicipality, colleague, signIn, welcomeColleague } from "../../../test/factories.js";

const now = new Date("2026-11-24T09:00:00Z");
const password = "een ander lang wachtwoord";

describe("a welcome link", () => {
  let app: TestApp;
  let from = 0;

  before(async () => {
    app = await startTestApp(now);
    await buildMunicipality(app.database.dataSource);
  });
  after(() => app.stop());
  beforeEach(() => {
    app.clock.now = now;
    from += 1;
  });

  const code = ({ status, json }: Answer) => `${status} ${json?.code ?? ""}`.trim();
  const look = (bearer: string) => app.call("GET", "/api/welcome", { bearer, from: `127.0.5.${from}` });
  const accept = (bearer: string, body: object = { name: "Karim H.", password }, jar = new Map<string, string>()) =>
    app.call("POST", "/api/welcome", { bearer, body, jar, from: `127.0.5.${from}` });

  it("says whom it is for as often as it is opened, and changes nothing by it", async () => {
    const token = await welcomeColleague(app);
    for (let time = 0; time < 3; time += 1)
      expect((await look(token)).json).to.deep.equal({
        email: colleague.email,
        name: "Karim Haddad",
        municipalityName: "Gemeente Voorbeeldegem",
      });
    expect(code(await accept(token))).to.equal("200");
  });
  it("signs its clerk in with the name and password they chose, and the password holds from then on", async () => {
    const jar = new Map<string, string>();
    expect((await accept(await welcomeColleague(app), undefined, jar)).json).to.include({
      name: "Karim H.",
      role: "clerk",
    });
    expect((await app.call("GET", "/api/clerk-session", { jar })).status).to.equal(200);
    await signIn(app, { email: colleague.email, password });
  });
  it("works once, also when two use it at the same moment", async () => {
    const token = await welcomeColleague(app);
    const answers = await Promise.all([accept(token), accept(token)]);
    expect(answers.map(code).sort()).to.deep.equal(["200", "410 welcome_used"]);
    expect([code(await accept(token)), code(await look(token))]).to.deep.equal([
      "410 welcome_used",
      "410 welcome_used",
    ]);
  });
  it("works for a day", async () => {
    const token = await welcomeColleague(app);
    app.clock.now = new Date(now.getTime() + 24 * 3_600_000 - 1);
    expect(code(await look(token))).to.equal("200");
    app.clock.now = new Date(now.getTime() + 24 * 3_600_000);
    expect([code(await look(token)), code(await accept(token))]).to.deep.equal([
      "410 welcome_expired",
      "410 welcome_expired",
    ]);
  });
  it("ends when the clerk gets another one, and with the clerk's account", async () => {
    const first = await welcomeColleague(app);
    const second = await welcomeColleague(app);
    expect([code(await look(first)), code(await look(second))]).to.deep.equal(["410 welcome_expired", "200"]);
    await app.database.dataSource.query("update clerk set is_active = false where email = $1", [colleague.email]);
    expect(code(await accept(second))).to.equal("404 welcome_unknown");
    await app.database.dataSource.query("update clerk set is_active = true where email = $1", [colleague.email]);
  });
  it("ends the sessions from before: a password that was forgotten may also have been found", async () => {
    await accept(await welcomeColleague(app));
    const jar = await signIn(app, { email: colleague.email, password });
    await accept(await welcomeColleague(app));
    expect(code(await app.call("GET", "/api/clerk-session", { jar }))).to.equal("401 unauthenticated");
  });
  it("refuses a password under twelve characters and an empty name, and is not used up by it", async () => {
    const token = await welcomeColleague(app);
    const short = await accept(token, { name: "Karim", password: "elf tekens!" });
    expect([code(short), short.json.fields]).to.deep.equal(["422 invalid_input", ["password"]]);
    const nameless = await accept(token, { name: "  ", password });
    expect([code(nameless), nameless.json.fields]).to.deep.equal(["422 invalid_input", ["name"]]);
    expect(code(await accept(token))).to.equal("200");
  });
  it("is not guessed, by looking or by a password: after twenty tries in five minutes an address has to wait", async () => {
    for (let time = 0; time < 20; time += 1) expect(code(await look("x".repeat(43)))).to.equal("404 welcome_unknown");
    expect(code(await look("x".repeat(43)))).to.equal("429 too_many_requests");
    expect(code(await accept("x".repeat(43)))).to.equal("429 too_many_requests");
  });
  it("stands in the database only as a hash", async () => {
    const token = await welcomeColleague(app);
    const [{ rows }] = await app.database.dataSource.query(
      "select string_agg(row_to_json(l)::text, '') rows from welcome_link l",
    );
    expect(rows)
      .to.not.include(token)
      .and.not.include(Buffer.from(token.slice(0, 16)).toString("hex"));
  });
});

describe("an administrator", () => {
  let app: TestApp;
  before(async () => {
    app = await startTestApp(now);
    await buildMunicipality(app.database.dataSource);
  });
  after(() => app.stop());

  it("works at every counter, assigned or not", async () => {
    await app.database.dataSource.query("delete from clerk_counter");
    const jar = await signIn(app);
    expect((await app.call("GET", "/api/clerk-session", { jar })).json.counters).to.deep.equal([]);
    await app.database.dataSource.query("update clerk set role = 'admin'");
    expect((await app.call("GET", "/api/clerk-session", { jar })).json.counters).to.have.length(2);
  });
});
