import { expect } from "chai";
import { checkTurnByTls, checkTurnByUdp } from "../src/platform/doctor/check-turn.js";
import { createAuthority } from "../test/doctor/certificates.js";
import { startCoturn } from "../test/doctor/coturn.js";

describe("TURN, with Debian's coturn", () => {
  const credentials = "the-secret-of-the-relay-0123456789";
  const minute = 60_000;
  let coturn: Awaited<ReturnType<typeof startCoturn>>;
  before(async () => {
    const own = createAuthority();
    coturn = await startCoturn(credentials, own.issue("turn.balie.test", 90));
    own.forget();
  });
  after(() => coturn?.stop());

  it("gives a relay by UDP and by TLS, and takes it back", async () => {
    const turn = { name: "127.0.0.1", credentials, now: new Date() };
    const findings = [
      await checkTurnByUdp({ ...turn, port: coturn.port }),
      await checkTurnByTls({ ...turn, port: coturn.tlsPort }),
    ];
    expect(
      findings.map(({ state }) => state),
      findings.map(({ seen }) => seen).join(),
    ).to.deep.equal(["ok", "ok"]);
  });
  it("is at fault where it has another secret", async () => {
    const finding = await checkTurnByUdp({
      name: "127.0.0.1",
      credentials: "another",
      port: coturn.port,
      now: new Date(),
    });
    expect([finding.state, finding.seen, finding.mend].join()).to.match(
      /fault,.*refuses our credentials,.*--rotate turn_credentials/,
    );
  });
  it("is at fault where our clock is an hour behind: the credentials have ended", async () => {
    const past = new Date(Date.now() - 60 * minute);
    const finding = await checkTurnByUdp({ name: "127.0.0.1", credentials, port: coturn.port, now: past });
    expect(finding.seen).to.match(/refuses our credentials/);
  });
});
