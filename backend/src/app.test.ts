import { expect } from "chai";
import { startTestApp, type TestApp } from "../test/app.js";
import { code } from "../test/calls.js";
import { bookingOf, buildMunicipality, quarterAfter } from "../test/factories.js";
import type { Service } from "./features/services/service.entity.js";

const now = new Date("2026-11-23T09:00:00Z");

describe("the app", () => {
  let app: TestApp;
  let service: Service;

  before(async () => {
    app = await startTestApp(now);
    ({ service } = await buildMunicipality(app.database.dataSource));
  });
  after(() => app.stop());

  it("sends a strict content policy and the other security headers with every answer, also a refusal", async () => {
    for (const path of ["/api/services", "/api/nothing", "/api/queue"]) {
      const { headers } = await app.call("GET", path);
      expect(headers["content-security-policy"]).to.include("default-src 'none'").and.to.include("script-src 'self';");
      expect(headers["content-security-policy"]).to.not.include("unsafe");
      expect(headers).to.include({
        "referrer-policy": "no-referrer",
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
      });
      expect(headers["x-request-id"]).to.match(/^[0-9a-f-]{36}$/);
    }
  });
  it("answers an unknown address of the API with 404 not_found", async () => {
    expect(code(await app.call("GET", "/api/nothing"))).to.equal("404 not_found");
  });
  describe("a change from another site", () => {
    const from = (headers: Record<string, string>) =>
      app.call("POST", "/api/appointments", { body: bookingOf(service.id, quarterAfter(now, 60)), headers });
    /** By a browser that does not know Sec-Fetch-Site. */
    const fromOlder = (headers: Record<string, string>) => from({ "Sec-Fetch-Site": "", ...headers });

    for (const site of ["cross-site", "same-site", "none"])
      it(`is refused where the browser calls it ${site}`, async () =>
        expect(code(await from({ "Sec-Fetch-Site": site, Origin: app.config.PUBLIC_URL }))).to.equal("403 cross_site"));
    for (const origin of ["https://elsewhere.example", "null", "http://localhost:8081"])
      it(`is refused by its origin ${origin}, where an older browser says no more`, async () =>
        expect(code(await fromOlder({ Origin: origin }))).to.equal("403 cross_site"));
    it("is refused with a cookie of who says neither", async () =>
      expect(code(await fromOlder({ Cookie: "balie_session=x" }))).to.equal("403 cross_site"));
    it("is none from our own origin, nor from a program without a cookie", async () => {
      expect((await fromOlder({ Origin: app.config.PUBLIC_URL, Cookie: "balie_session=x" })).status).to.equal(201);
      expect((await fromOlder({})).status).to.equal(201);
    });
  });
  it("refuses a body that is not JSON with 415, and JSON that is broken with 422", async () => {
    const form = await app.call("POST", "/api/appointments", {
      body: "a=b",
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
    });
    expect(code(form)).to.equal("415 unsupported_media_type");
    expect(code(await app.call("POST", "/api/appointments", { body: "{" }))).to.equal("422 invalid_input");
    expect(code(await app.call("POST", "/api/appointments", { body: "[]" }))).to.equal("422 invalid_input");
  });
  it("refuses a packed body with 415, and text that no database keeps with 422", async () => {
    const packed = { body: { email: "an@voorbeeldegem.example" }, headers: { "Content-Encoding": "gzip" } };
    expect(code(await app.call("POST", "/api/appointments", packed))).to.equal("415 unsupported_media_type");
    const nul = { body: { email: "an\u0000@voorbeeldegem.example", password: "x" } };
    expect(code(await app.call("POST", "/api/clerk-session", nul))).to.equal("422 invalid_input");
  });
  it("never answers 5xx to odd input", async () => {
    const odd = [
      ["GET", "/api/services/%00/slots"],
      ["GET", `/api/services/${service.id}/slots?days=1e9`],
      ["GET", `/api/services/${service.id}/slots?from=0000-00-00`],
      ["GET", `/api/services/${service.id}/slots?from=9999-12-31&days=31`],
      ["GET", "/api/arrivals/x/events"],
      ["GET", "/api/appointment"],
      ["GET", "/a/%2e%2e/afspraak.ics"],
      ["POST", "/api/meetings/x/end"],
      ["GET", "/api/services/%E0%A4%A/slots"],
    ] as const;
    for (const [method, path] of odd)
      expect([path, (await app.call(method, path, method === "POST" ? { body: {} } : {})).status < 500]).to.deep.equal([
        path,
        true,
      ]);
  });

  describe("readiness", () => {
    const ready = async () => {
      const { status, text } = await app.call("GET", "/readyz");
      return `${status} ${text.trim()}`;
    };
    const ask = (statement: string) => app.database.dataSource.query(statement);

    it("is given with the schema of this version", async () => expect(await ready()).to.equal("200 ready"));
    it("is not given before the database was migrated, nor after a newer version migrated it", async () => {
      await ask("alter table migrations rename to elsewhere");
      expect(await ready()).to.equal("503 The database is empty: run migrate.");
      await ask("alter table elsewhere rename to migrations");
      await ask("create table kept as select * from migrations order by id desc limit 1");
      await ask("delete from migrations where id in (select id from kept)");
      expect(await ready()).to.equal("503 The database is older than this version: run migrate.");
      await ask("insert into migrations select * from kept");
      await ask("insert into migrations (timestamp, name) values (9999999999999, 'Later9999999999999')");
      expect(await ready()).to.match(/^503 The database is newer than this version: /);
      await ask("delete from migrations where name like 'Later%'");
      expect(await ready()).to.equal("200 ready");
    });
    it("is not needed to be alive", async () => expect((await app.call("GET", "/healthz")).text).to.equal("ok\n"));
  });
});
