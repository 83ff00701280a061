import { readFileSync } from "node:fs";
import { expect } from "chai";
import { startTestApp, type TestApp } from "../../../test/app.js";
import { code } from "../../../test/calls.js";
import { buildMunicipality, demoClerk, signIn } from "../../../test/factories.js";

const now = new Date("2026-11-23T09:00:00Z");

describe("a clerk's sign-in", () => {
  let app: TestApp;

  before(async () => {
    app = await startTestApp(now);
    await buildMunicipality(app.database.dataSource);
  });
  after(() => app.stop());

  it("sets an HttpOnly, SameSite=Strict cookie, whose value the database keeps only as a hash", async () => {
    const answer = await app.call("POST", "/api/clerk-session", { body: demoClerk });
    const [line] = answer.headers["set-cookie"] as string[];
    expect(line).to.match(/^balie_session=[\w-]{43}; path=\/api\/; .*samesite=strict; httponly$/i);
    const [row] = await app.database.dataSource.query(
      "select string_agg(row_to_json(s)::text, '') rows from clerk_session s",
    );
    expect(row.rows).to.not.include(/=([\w-]{43})/.exec(line!)![1]);
  });
  it("sets a Secure cookie where the public address is HTTPS, which ends at the proxy before us", async () => {
    const behind = await startTestApp(now, { PUBLIC_URL: "https://balie.example" });
    await buildMunicipality(behind.database.dataSource);
    const answer = await behind.call("POST", "/api/clerk-session", { body: demoClerk });
    await behind.stop();
    expect(answer.headers["set-cookie"]?.[0]).to.match(/; secure; httponly$/i);
  });
  it("is the same refusal for a wrong password and an unknown clerk", async () => {
    const wrong = await app.call("POST", "/api/clerk-session", {
      body: { ...demoClerk, password: "x" },
      from: "127.0.2.1",
    });
    const unknown = await app.call("POST", "/api/clerk-session", {
      body: { email: "x@y.example", password: "x" },
      from: "127.0.2.1",
    });
    expect([code(wrong), code(unknown)]).to.deep.equal(["401 wrong_credentials", "401 wrong_credentials"]);
  });
  it("is refused after ten tries in five minutes from one address, and not from another", async () => {
    const tryOnce = (from: string) =>
      app.call("POST", "/api/clerk-session", { body: { ...demoClerk, password: "x" }, from });
    for (let i = 0; i < 10; i += 1) expect(code(await tryOnce("127.0.3.1"))).to.equal("401 wrong_credentials");
    const refused = await tryOnce("127.0.3.1");
    expect(code(refused)).to.equal("429 too_many_requests");
    expect(Number(refused.headers["retry-after"])).to.be.within(290, 300);
    expect(code(await tryOnce("127.0.3.2"))).to.equal("401 wrong_credentials");
  });
  it("is refused by the address that the appliance's own proxy tells, not by the proxy's", async () => {
    const compose = readFileSync(new URL("../../../../docker-compose.yml", import.meta.url), "utf8");
    const [, networks] = /Nothing but Caddy can reach the app's port\.\n +TRUSTED_PROXIES: (.+)/.exec(compose) ?? [];
    const behind = await startTestApp(now, { TRUSTED_PROXIES: `${networks},127.0.0.0/8` });
    await buildMunicipality(behind.database.dataSource);
    const tryFrom = (address: string) =>
      behind.call("POST", "/api/clerk-session", {
        body: { ...demoClerk, password: "x" },
        headers: { "X-Forwarded-For": address },
      });
    try {
      for (let i = 0; i < 10; i += 1) expect(code(await tryFrom("203.0.113.7"))).to.equal("401 wrong_credentials");
      expect(code(await tryFrom("203.0.113.7"))).to.equal("429 too_many_requests");
      expect(code(await tryFrom("203.0.113.8"))).to.equal("401 wrong_credentials");
    } finally {
      await behind.stop();
    }
  });
  it("ends with signing out, with the working day, and with the clerk's account", async () => {
    const jar = await signIn(app);
    const before = new Map(jar);
    expect((await app.call("DELETE", "/api/clerk-session", { jar })).status).to.equal(204);
    expect(code(await app.call("GET", "/api/clerk-session", { jar: before }))).to.equal("401 unauthenticated");
    const late = await signIn(app);
    app.clock.now = new Date(now.getTime() + 13 * 3_600_000);
    expect(code(await app.call("GET", "/api/clerk-session", { jar: late }))).to.equal("401 unauthenticated");
    app.clock.now = now;
    await app.database.dataSource.query("update clerk set is_active = false where email = $1", [demoClerk.email]);
    expect(code(await app.call("GET", "/api/clerk-session", { jar: late }))).to.equal("401 unauthenticated");
    await app.database.dataSource.query("update clerk set is_active = true where email = $1", [demoClerk.email]);
  });
});
