// The ways in which a municipality's mail server may want to be spoken to.
import { expect } from "chai";
import { until } from "../../backend/test/until.ts";
import { type Booked, book } from "./support/citizen.ts";
import { findMail } from "./support/maildir.ts";
import { operate, succeed } from "./support/operator.ts";
import { compose, ensureUp, secret } from "./support/site.ts";

describe("mail servers", function () {
  this.timeout(300_000);
  let usual: URL;
  const url = (protocol: string, port: number, password = usual.password) =>
    `${protocol}://balie:${password}@mail:${port}`;

  before(async () => {
    await ensureUp();
    usual = new URL(secret("smtp_url"));
  });
  after(() => use(url("smtp", 587)));

  async function use(mailServer: string): Promise<void> {
    const out = await succeed("configure", ["--non-interactive", "--mail-server", mailServer]);
    if (out.startsWith("Nothing changed")) return;
    // A secret is a file: Compose itself does not see that it changed.
    expect(out).to.include("--force-recreate");
    await compose(["up", "-d", "--wait", "--force-recreate", "--no-deps", "app", "worker"]);
  }
  const arrives = ({ token }: Booked) =>
    until("the mail with the citizen's link", () => findMail(token) !== undefined, 120_000);

  it("by STARTTLS with a password", async () => {
    await use(url("smtp", 587));
    await arrives(await book());
  });

  it("by TLS with a password", async () => {
    await use(url("smtps", 465));
    await arrives(await book());
  });

  it("by a relay in the municipality's own network, without TLS and password", async () => {
    await use("smtp://mail:25");
    await arrives(await book());
  });

  it("with a wrong password: the doctor says so, and the mail goes when that is mended", async () => {
    await use(url("smtp", 587, "wrong"));
    const booked = await book();
    const { code, out } = await operate("doctor", ["--only", "mail", "--json"]);
    expect(code).to.equal(1);
    const finding = JSON.parse(out.trim().split("\n").at(-1) ?? "");
    expect(finding).to.include({ check: "mail", state: "fault" });
    expect(finding.mend).to.include("--mail-server");
    await use(url("smtp", 587));
    await arrives(booked);
  });
});
