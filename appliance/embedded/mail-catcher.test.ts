import fs from "node:fs";
import http from "node:http";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { expect } from "chai";
import { type MailCatcher, startMailCatcher } from "./mail-catcher.ts";

const MAIL = [
  "From: =?utf-8?q?Gemeente_Zemst?= <balie@example.org>",
  "To: Saida <saida@example.org>",
  "Subject: <script>alert(1)</script> afspraak",
  "Message-ID: <one@example.org>",
  "Date: Mon, 23 Nov 2026 10:00:00 +0100",
  "MIME-Version: 1.0",
  'Content-Type: multipart/mixed; boundary="b"',
  "",
  "--b",
  "Content-Type: text/html; charset=utf-8",
  "",
  '<p>Welkom</p><script>alert(2)</script><a href="http://localhost:8080/afspraak">link</a>',
  "--b",
  'Content-Type: text/calendar; method=REQUEST; name="invite.ics"',
  'Content-Disposition: attachment; filename="invite.ics"',
  "",
  "BEGIN:VCALENDAR",
  "END:VCALENDAR",
  "--b--",
  "",
].join("\r\n");

describe("the mail catcher", () => {
  let folder: string;
  let catcher: MailCatcher;
  let id: string;

  before(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), "balie-mail-"));
    catcher = await startMailCatcher({ folder, smtpPort: 0, webPort: 0 });
    await deliver(catcher.smtpPort, MAIL);
    id = catcher.messages()[0]?.id ?? "";
  });

  after(async () => {
    await catcher.stop();
    fs.rmSync(folder, { recursive: true });
  });

  it("lists a mail that came over SMTP", async () => {
    const [mail, ...others] = (await (await fetch(`${catcher.url}/api/messages`)).json()) as Record<string, string>[];
    expect(others).to.have.length(0);
    expect(mail).to.include({
      subject: "<script>alert(1)</script> afspraak",
      date: "2026-11-23T09:00:00.000Z",
      messageId: "<one@example.org>",
    });
    expect(mail?.to).to.include("saida@example.org");
    expect(mail?.from).to.include("Gemeente Zemst");
  });

  it("hands out the mail as it came", async () => {
    expect(await text(`/api/messages/${id}/raw`)).to.equal(MAIL);
  });

  it("shows the mail's HTML only in a sandbox that runs no script", async () => {
    const response = await fetch(`${catcher.url}/api/messages/${id}/html`);
    const policy = response.headers.get("content-security-policy") ?? "";
    expect(policy).to.match(/^sandbox /);
    expect(policy).to.include("default-src 'none'").and.not.include("allow-scripts");
    expect(await response.text()).to.include('<base target="_blank">');
  });

  it("never writes a mail's text into its own page", async () => {
    expect(await text("/")).to.not.include("alert");
    const page = await fetch(catcher.url);
    expect(page.headers.get("content-security-policy")).to.include("script-src 'self'");
    const list = await fetch(`${catcher.url}/api/messages`);
    expect(list.headers.get("content-type")).to.equal("application/json");
    expect(await text("/mail.js")).to.not.match(/innerHTML|insertAdjacentHTML|document\.write/);
  });

  it("offers the calendar file for download", async () => {
    const response = await fetch(`${catcher.url}/api/messages/${id}/attachments/0`);
    expect(response.headers.get("content-disposition")).to.include('attachment; filename="invite.ics"');
    expect(response.headers.get("content-type")).to.include("text/calendar");
    expect(await response.text()).to.include("BEGIN:VCALENDAR");
  });

  it("answers only to its own name, against pages that rebind theirs", async () => {
    expect(await statusFor("evil.example", "GET")).to.equal(403);
    expect(await statusFor("localhost:8025", "GET")).to.equal(200);
  });

  it("lets no other page delete mails", async () => {
    expect(await statusFor("localhost", "DELETE", "https://evil.example")).to.equal(403);
    expect(catcher.messages()).to.have.length(1);
  });

  it("answers 304 while nothing has changed", async () => {
    const { headers } = await fetch(`${catcher.url}/api/messages`);
    const again = await fetch(`${catcher.url}/api/messages`, {
      headers: { "If-None-Match": headers.get("etag") ?? "" },
    });
    expect(again.status).to.equal(304);
  });

  it("knows no path outside its mails", async () => {
    for (const path of [
      "/api/messages/..%2f..%2fsecrets.json/raw",
      "/api/messages/nothing",
      `/api/messages/${id}/attachments/9`,
    ]) {
      expect((await fetch(catcher.url + path)).status).to.equal(404);
    }
  });

  it("keeps the mails over a restart, newest first, and deletes them on demand", async () => {
    await deliver(catcher.smtpPort, MAIL.replace("one@example.org", "two@example.org"));
    await catcher.stop();
    catcher = await startMailCatcher({ folder, smtpPort: 0, webPort: 0 });
    expect(catcher.messages().map(({ messageId }) => messageId)).to.deep.equal([
      "<two@example.org>",
      "<one@example.org>",
    ]);
    await fetch(`${catcher.url}/api/messages`, { method: "DELETE" });
    expect(catcher.messages()).to.deep.equal([]);
    expect(fs.readdirSync(folder)).to.deep.equal([]);
  });

  async function text(path: string): Promise<string> {
    return (await fetch(catcher.url + path)).text();
  }

  function statusFor(host: string, method: string, origin?: string): Promise<number | undefined> {
    return new Promise((resolve, reject) => {
      const headers = { Host: host, ...(origin ? { Origin: origin } : {}) };
      const path = method === "DELETE" ? "/api/messages" : "/";
      const request = http.request({ host: "127.0.0.1", port: new URL(catcher.url).port, path, method, headers });
      request.on("response", (response) => resolve(response.resume().statusCode)).on("error", reject);
      request.end();
    });
  }
});

/** Speaks SMTP by hand, so that nothing stands between the test and the server. */
async function deliver(port: number, mail: string): Promise<void> {
  const socket = net.connect(port, "127.0.0.1");
  const lines = [
    "HELO test",
    "MAIL FROM:<balie@example.org>",
    "RCPT TO:<saida@example.org>",
    "DATA",
    `${mail}.`,
    "QUIT",
  ];
  for await (const reply of socket.setEncoding("utf8")) {
    expect(String(reply)).to.match(/^[23]/);
    const line = lines.shift();
    if (line) socket.write(`${line}\r\n`);
  }
}
