import { readFileSync } from "node:fs";
import { expect } from "chai";
import { type MunicipalityFileInput, municipalityFile } from "./municipality-file.js";

const service = { key: "attest", name: { nl: "Attest" }, description: { nl: "U vraagt iets." }, durationMinutes: 15 };
const counter = {
  key: "burgerzaken",
  name: { nl: "Burgerzaken", fr: "Population" },
  capacity: 1,
  hours: [{ days: ["mon" as const], from: "09:00", until: "12:00" }],
  services: [service],
};
const localised = (nl: string) => ({ nl, fr: nl, de: nl, en: nl });
const faultsOf = (file: unknown) =>
  municipalityFile.safeParse(file).error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`) ?? [];
const withCounter = (changes: object) => ({ counters: [{ ...counter, ...changes }] });

describe("the municipality file", () => {
  it("needs little: languages that are left out get the Dutch text", () => {
    const { counters, clerks } = municipalityFile.parse({ counters: [counter] } satisfies MunicipalityFileInput);
    expect(counters[0]!.name).to.deep.equal({
      nl: "Burgerzaken",
      fr: "Population",
      de: "Burgerzaken",
      en: "Burgerzaken",
    });
    expect(counters[0]!.services[0]).to.include({ bring: null, isOffered: true, bufferMinutes: 0 });
    expect(clerks).to.deep.equal([]);
  });
  it("tells each fault by its place", () => {
    expect(faultsOf(withCounter({ hours: [{ days: ["mon"], from: "9:00", until: "12:00" }] }))[0]).to.equal(
      "counters.0.hours.0.from: needs a time like 09:00",
    );
    expect(faultsOf(withCounter({ hours: [{ days: ["mon"], from: "12:00", until: "09:00" }] }))).to.deep.equal([
      "counters.0.hours.0.until: must be later than from",
    ]);
    expect(faultsOf(withCounter({ key: "Burger Zaken" }))[0]).to.match(/^counters\.0\.key: needs small letters/);
    expect(faultsOf(withCounter({ capacity: 0, colour: "red" }))).to.have.length(2);
    expect(faultsOf(withCounter({ closures: [{ from: "2026-12-26", until: "2026-12-25" }] }))).to.deep.equal([
      "counters.0.closures.0.until: must not be before from",
    ]);
  });
  it("refuses the same key twice, hours that overlap, and a clerk at a counter that is not there", () => {
    expect(faultsOf({ counters: [counter, counter] })).to.deep.equal(["counters.1: is there twice: burgerzaken"]);
    expect(faultsOf(withCounter({ services: [service, service] }))).to.deep.equal([
      "counters.0.services.1: is there twice: attest",
    ]);
    const overlap = [...counter.hours, { days: ["fri", "mon"], from: "11:59", until: "13:00" }];
    expect(faultsOf(withCounter({ hours: overlap }))).to.deep.equal([
      "counters.0.hours.1: overlaps with hours above it",
    ]);
    const an = { email: "An@gemeente.example", name: "An", counters: ["loket"] };
    expect(
      faultsOf({ counters: [counter], clerks: [an, { ...an, email: "an@gemeente.example", counters: [] }] }),
    ).to.deep.equal([
      "clerks.1: is there twice: an@gemeente.example",
      "clerks.0.counters.0: is no counter's key: loket",
    ]);
  });
  it("lists the pages that clerks can show, written as a browser writes them", () => {
    const pages = [{ title: { nl: "Zaal reserveren" }, url: "HTTPS://www.gemeente.example/zalen?dag=1" }];
    const { counters } = municipalityFile.parse(withCounter({ services: [{ ...service, pages }] }));
    expect(counters[0]!.services[0]!.pages).to.deep.equal([
      { title: localised("Zaal reserveren"), url: "https://www.gemeente.example/zalen?dag=1" },
    ]);
  });
  for (const [url, message] of [
    ["http://www.gemeente.example/", "needs a whole address that begins with https://"],
    ["www.gemeente.example", "needs a whole address that begins with https://"],
    ["javascript:alert(1)", "needs a whole address that begins with https://"],
    ["https://gemeente.example@evil.example/", "must not have a name or password in it"],
  ])
    it(`refuses ${url} as a page`, () => {
      const pages = [{ title: { nl: "Zalen" }, url }];
      expect(faultsOf(withCounter({ services: [{ ...service, pages }] }))).to.deep.equal([
        `counters.0.services.0.pages.0.url: ${message}`,
      ]);
    });
  it("refuses the same page twice, and one without a title", () => {
    const page = { title: { nl: "Zalen" }, url: "https://www.gemeente.example/zalen" };
    const twice = [page, { ...page, url: "https://www.gemeente.example:443/zalen" }];
    expect(faultsOf(withCounter({ services: [{ ...service, pages: twice }] }))).to.deep.equal([
      "counters.0.services.0.pages.1: is there twice: https://www.gemeente.example/zalen",
    ]);
    const untitled = [{ ...page, title: { nl: " " } }];
    expect(faultsOf(withCounter({ services: [{ ...service, pages: untitled }] }))[0]).to.match(/pages\.0\.title\.nl: /);
  });
  it("has a starter that is right, in every language, open on working days from 9 to 12 and 13 to 16", () => {
    const starter = JSON.parse(readFileSync(new URL("../../appliance/municipality.json", import.meta.url), "utf8"));
    expect(faultsOf(starter)).to.deep.equal([]);
    for (const { name, hours } of starter.counters) {
      expect(Object.keys(name)).to.deep.equal(["nl", "fr", "de", "en"]);
      expect(hours.map(({ days, from, until }: any) => `${days} ${from} ${until}`)).to.deep.equal([
        "mon,tue,wed,thu,fri 09:00 12:00",
        "mon,tue,wed,thu,fri 13:00 16:00",
      ]);
    }
  });
});
