// The doctor on the running appliance: what is well, and faults planted one by one and mended. Those that need no engine are planted in
// appliance/doctor.test.ts and backend/src/platform/doctor/planted-faults.test.ts.
import fs from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { until } from "../../backend/test/until.ts";
import { callFaults } from "./doctor/call-faults.ts";
import { certificateFaults } from "./doctor/certificate-faults.ts";
import { containerFaults } from "./doctor/container-faults.ts";
import { examine, type Fault, nameOf, settingsFile } from "./doctor/examine.ts";
import { phoneFaults } from "./doctor/phone-faults.ts";
import { serverFaults } from "./doctor/server-faults.ts";
import { command } from "./support/command.ts";
import { putCertificate } from "./support/own-certificate.ts";
import { connectPhone, SIP_ACCOUNT } from "./support/phone.ts";
import { changeSettings, compose, DOMAIN, ensureUp, KEYS, start, TURN_DOMAIN } from "./support/site.ts";

const FILES = "docker-compose.yml:appliance/lab/docker-compose.lab.yml:appliance/lab/doctor/names.yml";
const WELL =
  "settings-file,secrets,names,containers,images,ports,disk,settings,certificate,certificate-turn,pages,jitsi-paths,database,database-clock,mail,test-mail,prosody,token,call,media-port,turn-udp,turn-tls,turn-given";

const findFaults = (faults: Fault[]) => {
  for (const { title, plant, mend, found } of faults)
    it(`finds it and says what to do: ${title} (${found.map(({ check }) => check).join(", ")})`, async () => {
      try {
        await plant();
        for (const { check, seen, advice } of found) {
          const finding = (await examine(nameOf(check))).find((one) => one.check === check);
          expect(finding?.state, JSON.stringify(finding)).to.be.oneOf(["fault", "warning"]);
          expect(finding?.seen).to.match(seen);
          expect(finding?.mend).to.match(advice);
        }
      } finally {
        await mend();
      }
    });
};

/** What is not well; the mail server has no health check. */
const complaints = async (checks: string) => {
  const findings = await examine(checks, ["--mail", "ict@voorbeeldegem.example"]);
  expect(findings).not.to.be.empty;
  return findings.filter(({ check, state }) => state !== "ok" && check !== "container:mail");
};

describe("the doctor in the lab", function () {
  this.timeout(240_000);
  let settings: string;

  /** Containers do not reach an address of the loopback, so the appliance moves to the engine's own bridge for this. */
  before(async () => {
    await ensureUp();
    settings = fs.readFileSync(settingsFile, "utf8");
    const format = "{{(index .IPAM.Config 0).Gateway}}";
    const gateway = (await command("docker", ["network", "inspect", "bridge", "-f", format])).trim();
    const root = await compose(["exec", "-T", "caddy", "cat", "/var/lib/caddy/caddy/pki/authorities/local/root.crt"]);
    const authorities = path.join(KEYS, "authorities-and-caddy.pem");
    fs.writeFileSync(authorities, fs.readFileSync(path.join(KEYS, "authority.pem"), "utf8") + root);
    changeSettings({
      LISTEN_ADDRESS: gateway,
      PUBLIC_IP: gateway,
      AUTHORITIES_FILE: authorities,
      COMPOSE_FILE: FILES,
    });
    await start();
  });
  after(async () => {
    fs.writeFileSync(settingsFile, settings, { mode: 0o600 });
    await start();
  });

  it("is content with what runs, its test mail is taken, and two people are brought together", async () => {
    expect(await complaints(WELL)).to.deep.equal([]);
  });

  findFaults(containerFaults);
  findFaults(callFaults);
  findFaults(serverFaults);

  describe("with a certificate of the municipality's own", () => {
    before(async () => {
      await putCertificate([DOMAIN, TURN_DOMAIN], 90);
      changeSettings({ TLS_MODE: "own" });
      await start();
    });
    after(async () => {
      changeSettings({ TLS_MODE: "internal" });
      await start();
    });

    it("is content", async () => {
      // coturn takes a certificate within half a minute.
      const checks = "certificate-files,certificate,certificate-turn,pages,turn-tls";
      await until("both names have it", async () => (await complaints(checks)).length === 0, 60_000);
    });

    findFaults(certificateFaults);
  });

  describe("with a telephone", () => {
    let disconnectPhone: () => Promise<void>;
    before(async () => {
      disconnectPhone = await connectPhone();
    });
    after(() => disconnectPhone());

    it("is content: the account is registered", async () => {
      const [phone] = await examine("phone");
      expect(phone).to.deep.include({ state: "ok", seen: `the SIP account ${SIP_ACCOUNT} is registered` });
    });

    findFaults(phoneFaults);
  });

  describe("after all this", () => {
    it("is content again", async () => {
      // Jitsi's services come back by themselves to a Prosody that was started anew.
      await until("nothing is at fault", async () => (await complaints(WELL)).length === 0, 90_000);
    });
  });
});
