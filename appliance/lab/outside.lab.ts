import fs from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { until } from "../../backend/test/until.ts";
import { ask, certificateOf } from "./support/ask.ts";
import { compose, DOMAIN, ensureUp, FOLDER, TURN_DOMAIN } from "./support/site.ts";

const ORIGIN = `https://${DOMAIN}`;
const UPGRADE = {
  connection: "Upgrade",
  upgrade: "websocket",
  "sec-websocket-version": "13",
  "sec-websocket-key": "dGhlIHNhbXBsZSBub25jZQ==",
  "sec-websocket-protocol": "xmpp",
};

describe("from outside", () => {
  before(() => ensureUp());

  it("the certificates on 443 hold, each for its own name", async () => {
    const nameOn = async (name: string) => (await certificateOf(name)).subjectaltname;
    expect(await nameOn(DOMAIN)).to.equal(`DNS:${DOMAIN}`);
    // After the first start, coturn's comes a few seconds after Caddy's.
    await until("coturn has its own", async () => (await nameOn(TURN_DOMAIN).catch(() => "")) === `DNS:${TURN_DOMAIN}`);
  });

  it("port 80 leads to HTTPS and to nothing else", async () => {
    const answer = await ask(`http://${DOMAIN}/console`);
    expect([answer.status, answer.headers.location]).to.deep.equal([308, `${ORIGIN}/console`]);
    const foreign = await ask("http://x/", { headers: { host: "elsewhere.example" } });
    expect(foreign.status).to.equal(404);
  });

  it("the pages carry the app's security headers once, and no server's name", async () => {
    const { status, headers } = await ask("/");
    expect(status).to.equal(200);
    expect(headers["content-security-policy"]).to.include("default-src 'none'").and.include(`wss://${DOMAIN}`);
    expect(headers["strict-transport-security"]).to.equal("max-age=31536000");
    expect(headers["x-frame-options"]).to.equal("DENY");
    expect(headers["referrer-policy"]).to.equal("no-referrer");
    expect(headers["permissions-policy"]).to.include("camera=(self)");
    for (const name of ["server", "via", "x-powered-by"]) expect(headers, name).not.to.have.property(name);
  });

  it("of Jitsi three paths answer", async () => {
    const library = await ask("/libs/lib-jitsi-meet.min.js");
    expect(library.status).to.equal(200);
    expect(library.headers["x-content-type-options"]).to.equal("nosniff");
    expect(library.headers).not.to.have.any.keys("server", "access-control-allow-origin");
    const socket = await ask("/xmpp-websocket?token=none", { headers: { ...UPGRADE, origin: ORIGIN } });
    expect(socket.status).to.equal(101);
    const bosh = await ask("/http-bind", { method: "POST", headers: { origin: ORIGIN }, body: "<body/>" });
    expect(bosh.status).to.equal(200);
  });

  const closed = [
    ...["/config.js", "/interface_config.js", "/external_api.js", "/css/all.css", "/images/x.png", "/static/x.html"],
    ...[
      "/room-size?room=x",
      "/room-info?room=x",
      "/end-meeting",
      "/sessions",
      "/conference-request/v1",
      "/colibri-ws/x",
    ],
    ...[
      "/metrics",
      "/health",
      "/about/health",
      "/about/version",
      "/stats",
      "/debug",
      "/colibri/stats",
      "/counter_control/rooms",
    ],
    ...["/healthz", "/readyz", "/internal/prosody/events", "/libs/", "/libs/../config.js", "/libs/%2e%2e/config.js"],
    ...[
      "/libs/..%2fconfig.js",
      "/libs/x/../../config.js",
      "/xmpp-websocket",
      "/xmpp-websocket/x",
      "/http-bind",
      "/tenant/xmpp-websocket",
    ],
    ...["//config.js", "/.env", "/.git/config"],
  ];
  for (const where of closed)
    it(`${where} does not`, async () => {
      const { status, body } = await ask(where);
      expect(status, body.slice(0, 100)).to.equal(404);
      expect(body).not.to.match(/Jitsi|Prosody|It works/i);
    });

  it("the municipality's own colours lie over ours, and a file that is gone gives ours back", async () => {
    const folder = path.join(FOLDER, "branding/theme");
    const colours = async () => (await ask("/theme/municipality.css")).body;
    const ours = await colours();
    fs.mkdirSync(folder, { recursive: true });
    fs.writeFileSync(path.join(folder, "municipality.css"), ":root { --brand: #123456 }", { mode: 0o644 });
    expect(await colours()).to.equal(":root { --brand: #123456 }");
    fs.rmSync(folder, { recursive: true });
    expect(await colours())
      .to.equal(ours)
      .and.include("--");
  });

  it("while the app is away a person reads what to do, and a program gets a status alone", async () => {
    await compose(["stop", "app"]);
    try {
      const page = await ask("/a/of-somebody", { headers: { accept: "text/html" } });
      expect([page.status, page.headers["retry-after"]]).to.deep.equal([502, "10"]);
      for (const words of ["even niet bereikbaar", "pas accessible", "nicht erreichbar", "cannot be reached"])
        expect(page.body).to.include(words);
      expect(page.headers["content-security-policy"]).to.equal("default-src 'none'; style-src 'unsafe-inline'");
      const api = await ask("/api/services", { headers: { accept: "application/json" } });
      expect([api.status, api.body]).to.deep.equal([502, "502 Bad Gateway"]);
    } finally {
      await compose(["up", "-d", "--wait", "app"]);
    }
    expect((await ask("/")).status).to.equal(200);
  });

  it("a page of another site opens no call connection", async () => {
    const origin = "https://elsewhere.example";
    expect((await ask("/xmpp-websocket?token=x", { headers: { ...UPGRADE, origin } })).status).to.equal(403);
    expect((await ask("/http-bind", { method: "POST", headers: { origin }, body: "<body/>" })).status).to.equal(403);
  });

  it("neither a token nor a secret link comes into Caddy's log", async () => {
    await ask("/xmpp-websocket?token=tokenThatMustNotBeLogged", { headers: UPGRADE });
    for (const page of ["a", "h", "i", "t", "welcome"])
      await ask(`/${page}/${"linkThatMustNotBeLogged".padEnd(43, "x")}`);
    await ask(`/api/services?x=queryThatMustNotBeLogged`);
    const log = await compose(["logs", "--no-log-prefix", "caddy"]);
    expect(log).to.include('"uri":"/xmpp-websocket…"');
    expect(log).not.to.match(/MustNotBeLogged/);
  });
});
