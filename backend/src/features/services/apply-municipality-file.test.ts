import { type MunicipalityFileInput, municipalityFile } from "@balie/contract/municipality-file";
import { expect } from "chai";
import { startTestApp, type TestApp } from "../../../test/app.js";
import { book } from "../../../test/factories.js";
import { putMunicipality } from "../counters/put-municipality.js";
import { applyMunicipalityFile } from "./apply-municipality-file.js";

const now = new Date("2026-11-24T08:00:00Z");
const service = (key: string, changes = {}) => ({
  key,
  name: { nl: `Dienst ${key}` },
  description: { nl: "U vraagt iets." },
  durationMinutes: 15,
  ...changes,
});
const counter = (changes = {}) => ({
  key: "loket",
  name: { nl: "Loket" },
  capacity: 1,
  hours: [{ days: ["tue" as const, "wed" as const], from: "09:00", until: "12:00" }],
  closures: [{ from: "2026-11-25", until: "2026-11-25" }],
  services: [service("attest"), service("verhuizen")],
  ...changes,
});
const an = { email: "an@loket.example", name: "An", counters: ["loket"] };

describe("applying a municipality file", () => {
  let app: TestApp;

  beforeEach(async () => {
    app = await startTestApp(now);
    const municipality = { name: "Gemeente", timeZone: "Europe/Brussels", phone: null };
    await putMunicipality(app.database.dataSource.manager, municipality);
  });
  afterEach(() => app.stop());

  const apply = async (file: MunicipalityFileInput) => {
    const { changes, welcomes } = await app.database.dataSource.transaction((db) =>
      applyMunicipalityFile({ db, now }, municipalityFile.parse(file)),
    );
    return { changes: changes.map(({ of, name, how }) => `${of} ${name} ${how}`), welcomes };
  };
  const offered = async (): Promise<any[]> => (await app.call("GET", "/api/services")).json.services;
  const slots = async (id: string) => {
    const { json } = await app.call("GET", `/api/services/${id}/slots?from=2026-11-24&days=2`);
    return json.days.map(({ slots, withoutSlots }: any) => withoutSlots ?? slots.length);
  };

  it("makes counters with their hours, closures and services, and clerks who are welcome", async () => {
    const { changes, welcomes } = await apply({ counters: [counter({ noticeMinutes: 0 })], clerks: [an] });
    expect(changes).to.deep.equal([
      "counter loket added",
      "service loket/attest added",
      "service loket/verhuizen added",
      "clerk an@loket.example added",
    ]);
    const services = await offered();
    expect(services.map(({ name, counterName }) => `${counterName.nl}: ${name.fr}`)).to.deep.equal([
      "Loket: Dienst attest",
      "Loket: Dienst verhuizen",
    ]);
    // Brussels is an hour ahead of 08:00Z: twelve quarters from nine o'clock, the first of them now.
    expect(await slots(services[0].id)).to.deep.equal([12, "closure"]);
    const welcome = { bearer: welcomes[0]!.token, body: { name: "An P.", password: "paard batterij nietje" } };
    const { json } = await app.call("POST", "/api/welcome", welcome);
    expect([json.name, json.counters.map(({ name }: any) => name.nl)]).to.deep.equal(["An P.", ["Loket"]]);
  });
  it("changes nothing when it is the same again", async () => {
    const file = { counters: [counter()], clerks: [an] };
    await apply(file);
    expect(await apply(file)).to.deep.equal({ changes: [], welcomes: [] });
  });
  it("follows names, hours and order by their keys, so what was booked stays booked", async () => {
    await apply({ counters: [counter({ noticeMinutes: 0 })] });
    const [attest] = await offered();
    const booked = await book(app, attest.id, new Date("2026-11-24T10:00:00Z"));
    const { changes } = await apply({
      counters: [
        counter({
          name: { nl: "Balie" },
          hours: [{ days: ["tue"], from: "13:00", until: "24:00" }],
          closures: [],
          services: [service("verhuizen"), service("attest", { name: { nl: "Attesten" } })],
        }),
      ],
    });
    expect(changes).to.deep.equal([
      "counter loket changed",
      "service loket/verhuizen changed",
      "service loket/attest changed",
    ]);
    expect((await offered()).map(({ name }) => name.nl)).to.deep.equal(["Dienst verhuizen", "Attesten"]);
    const { json } = await app.call("GET", "/api/appointment", { bearer: booked.token });
    expect([json.startsAt, json.service.name.nl, json.status]).to.deep.equal([
      "2026-11-24T10:00:00.000Z",
      "Attesten",
      "booked",
    ]);
  });
  it("follows the pages of a service", async () => {
    const pages = [{ title: { nl: "Attest vragen" }, url: "https://loket.example/attest" }];
    const withPages = (some: typeof pages) => ({
      counters: [counter({ services: [service("attest", { pages: some })] })],
    });
    const kept = () => app.database.dataSource.query("select pages from service where key = 'attest'");
    await apply(withPages(pages));
    expect((await kept())[0].pages[0]).to.deep.include({ url: "https://loket.example/attest" });
    expect((await apply(withPages(pages))).changes).to.deep.equal([]);
    expect((await apply(withPages([]))).changes).to.deep.equal(["service loket/attest changed"]);
    expect(await kept()).to.deep.equal([{ pages: [] }]);
  });
  it("no longer offers what is gone from it, deletes nothing, and offers it again when it is back", async () => {
    await apply({ counters: [counter(), { ...counter(), key: "ander" }] });
    const { changes } = await apply({ counters: [counter({ services: [service("attest")] })] });
    expect(changes).to.deep.equal([
      "service ander/attest withdrawn",
      "service ander/verhuizen withdrawn",
      "service loket/verhuizen withdrawn",
    ]);
    expect(await offered()).to.have.length(1);
    const [{ count }] = await app.database.dataSource.query("select count(*)::int from service");
    expect(count).to.equal(4);
    expect((await apply({ counters: [counter()] })).changes).to.deep.equal(["service loket/verhuizen changed"]);
    expect(await offered()).to.have.length(2);
  });
  it("moves a clerk, changes the role and who may phone interpreters, and ends who is not active, but never takes away the name that a clerk chose", async () => {
    const counters = [counter(), { ...counter(), key: "ander" }];
    const { welcomes } = await apply({ counters, clerks: [an] });
    const jar = new Map<string, string>();
    const body = { name: "An Peeters", password: "paard batterij nietje" };
    await app.call("POST", "/api/welcome", { bearer: welcomes[0]!.token, body, jar });
    const me = async () => (await app.call("GET", "/api/clerk-session", { jar })).json;
    const moved = await apply({ counters, clerks: [{ ...an, role: "supervisor", counters: ["ander"] }] });
    expect(moved).to.deep.equal({ changes: ["clerk an@loket.example changed"], welcomes: [] });
    expect(await me()).to.include({ name: "An Peeters", role: "supervisor" });
    expect((await me()).counters).to.have.length(1);
    const mayPhone = async () =>
      (await app.database.dataSource.query("select phones_interpreters may from clerk where email = $1", [an.email]))[0]
        .may;
    expect(await mayPhone()).to.equal(true);
    const barred = { ...an, role: "supervisor" as const, counters: ["ander"], phonesInterpreters: false };
    expect((await apply({ counters, clerks: [barred] })).changes).to.deep.equal(["clerk an@loket.example changed"]);
    expect(await mayPhone()).to.equal(false);
    await apply({ counters, clerks: [{ ...an, isActive: false }] });
    expect((await me()).code).to.equal("unauthenticated");
  });
});
