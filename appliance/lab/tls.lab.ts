import { expect } from "chai";
import { until } from "../../backend/test/until.ts";
import { ask, authorityOfCaddy, authorityOfLab, certificateOf } from "./support/ask.ts";
import { putCertificate } from "./support/own-certificate.ts";
import { changeSettings, compose, DOMAIN, ensureUp, start, TURN_DOMAIN } from "./support/site.ts";

/** Where the authority says what it offers. */
const DIRECTORY = "authority/acme/local/directory";

/** As on a server that never had a certificate by ACME: neither one of an earlier authority nor an account there. */
const forgetAcme = (): Promise<string> => {
  const kept = [`certificates/${DIRECTORY.replaceAll("/", "-")}`, "acme"].map((one) => `/var/lib/caddy/caddy/${one}`);
  return compose(["exec", "-T", "caddy", "rm", "-rf", ...kept]);
};

/** Somebody opens the first page every 200 ms; tells what each got. */
function sendVisitors(ca: string): { stop: () => Promise<string[]> } {
  const visits: Promise<string>[] = [];
  const visit = () =>
    ask("/", { ca }).then(
      ({ status }) => String(status),
      (fault: Error) => fault.message,
    );
  const timer = setInterval(() => visits.push(visit()), 200);
  return {
    stop: () => {
      clearInterval(timer);
      return Promise.all(visits);
    },
  };
}

/** What the authority signs with. */
const authorityByAcme = (): Promise<string> =>
  compose(["exec", "-T", "authority", "cat", "/data/caddy/pki/authorities/local/root.crt"]);

/** The serial numbers of pages and TURN, as soon as both have a certificate of this authority. */
const certified = (ca: string): Promise<string[]> =>
  until(
    "both names have a certificate",
    async () => {
      const seen = await serials(ca);
      return seen.every(Boolean) ? seen : undefined;
    },
    120_000,
  );
const serials = (ca: string): Promise<string[]> =>
  Promise.all([DOMAIN, TURN_DOMAIN].map((name) => serialOf(name, ca).catch(() => "")));

const serialOf = async (name: string, ca: string): Promise<string> => (await certificateOf(name, ca)).serialNumber;

describe("TLS", function () {
  this.timeout(480_000);
  before(() => ensureUp());
  after(async () => {
    changeSettings({ TLS_MODE: "internal", TRUSTED_PROXIES: "", ACME_CA: "", OUTGOING_PROXY: "" });
    await compose(["--profile", "acme", "rm", "-sf", "authority", "port80", "outgoing"]);
    await start();
  });

  it("with a certificate of the municipality's own, pages and TURN show that one", async () => {
    await putCertificate([DOMAIN, TURN_DOMAIN], 90);
    changeSettings({ TLS_MODE: "own" });
    await start();
    const serial = await serialOf(DOMAIN, authorityOfLab());
    await until(
      "coturn has it too",
      async () => (await serialOf(TURN_DOMAIN, authorityOfLab()).catch(() => "")) === serial,
      60_000,
    );
  });

  it("a new one in its place is shown after docker compose restart caddy; TURN takes it by itself", async () => {
    const before = await serialOf(DOMAIN, authorityOfLab());
    await putCertificate([DOMAIN, TURN_DOMAIN], 60);
    const serial = await serialOf(DOMAIN, authorityOfLab());
    expect(serial).to.not.equal(before);
    await until("TURN shows it", async () => (await serialOf(TURN_DOMAIN, authorityOfLab())) === serial, 60_000);
  });

  it("behind the municipality's proxy, pages come over port 80 and the citizen's address from the proxy", async () => {
    changeSettings({ TLS_MODE: "proxy", TRUSTED_PROXIES: "198.51.100.1,10.0.0.0/8" });
    await start();
    const forwarded = { "x-forwarded-for": "203.0.113.77", "x-forwarded-proto": "https" };
    const answer = await ask(`http://${DOMAIN}/?from=proxy`, { headers: forwarded });
    expect(answer.status).to.equal(200);
    expect(answer.headers["strict-transport-security"]).to.equal("max-age=31536000");
    expect(await compose(["logs", "--no-log-prefix", "--since", "30s", "caddy"])).to.include(
      '"client_ip":"203.0.113.0"',
    );
  });

  it("without a trusted proxy nobody chooses an address for himself", async () => {
    changeSettings({ TRUSTED_PROXIES: "198.51.100.1" });
    await start();
    await ask(`http://${DOMAIN}/`, { headers: { "x-forwarded-for": "203.0.113.88, 198.51.100.1" } });
    const log = await compose(["logs", "--no-log-prefix", "--since", "10s", "caddy"]);
    expect(log).to.include('"client_ip":"10.').and.not.include('"client_ip":"203.0.113');
  });

  it("by ACME, both names get a certificate, and each new one reaches pages and TURN while nobody notices", async () => {
    changeSettings({ TLS_MODE: "letsencrypt", ACME_CA: `https://${DIRECTORY}`, TRUSTED_PROXIES: "" });
    await forgetAcme();
    // Caddy asks once a minute; an authority that is there already is asked at once.
    await compose(["--profile", "acme", "up", "-d", "--wait", "--no-deps", "--force-recreate", "port80", "authority"]);
    await start("--profile", "acme");
    const ca = await authorityByAcme();
    const first = await certified(ca);
    const visitors = sendVisitors(ca);
    await until(
      "both are renewed",
      async () => (await serials(ca)).every((serial, index) => serial !== "" && serial !== first[index]),
      120_000,
    ).finally(visitors.stop);
    const answers = await visitors.stop();
    expect([...new Set(answers)]).to.deep.equal(["200"]);
    console.log(`      ${answers.length} visits meanwhile`);
    expect(await compose(["ps", "--format", "{{.Service}} {{.Status}}"])).not.to.include("unhealthy");
  });

  it("asks the authority through the municipality's proxy to the outside, where there is one", async () => {
    await compose(["--profile", "acme", "up", "-d", "outgoing"]);
    changeSettings({ OUTGOING_PROXY: "http://outgoing:8888" });
    await forgetAcme();
    await start("--profile", "acme");
    await certified(await authorityByAcme());
    expect(await compose(["logs", "--no-log-prefix", "outgoing"])).to.include("CONNECT authority:443");
  });

  it("back with Caddy's own authority, TURN shows that certificate again, though the other is younger", async () => {
    changeSettings({ TLS_MODE: "internal", ACME_CA: "", OUTGOING_PROXY: "" });
    await start();
    const ca = await authorityOfCaddy();
    await until("coturn has it", () => serialOf(TURN_DOMAIN, ca), 60_000);
  });
});
