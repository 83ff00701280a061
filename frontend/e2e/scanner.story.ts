import { request } from "node:http";
import { expect } from "chai";
import type { ParsedMail } from "mailparser";
import { until } from "../../backend/test/until.ts";
import { addressOf, bookByRequest } from "./support/api.ts";
import { ask } from "./support/database.ts";
import { waitForMail } from "./support/mail.ts";
import { setStage } from "./support/stage.ts";

/** Mail servers and virus scanners open every link of a mail, some of them in a real browser. That must change nothing. */
describe("a mail scanner", function () {
  this.timeout(120_000);
  const stage = setStage();

  it("follows and opens every link of the mail, and nothing has happened", async () => {
    const name = "Sofie Scanned";
    await bookByRequest(stage.stack, { name });
    const mail = await waitForMail(stage.stack.mailUrl, addressOf(name), /\/a\//);
    const links = linksOf(mail);
    const ours = links.filter((link) => link.startsWith(stage.stack.publicUrl));
    expect(ours.some((link) => /\/a\/[\w-]{43}$/.test(link))).to.equal(true);
    console.log(`      links in the mail: ${links.length}, ours: ${ours.length}`);
    await until("no mail is on its way", async () => (await dueMails()) === 0);
    const before = await everything();

    for (const link of ours) {
      for (const method of ["HEAD", "GET"]) expect(await statusOf(method, link), `${method} ${link}`).to.equal(200);
      const scanner = await stage.enter();
      await scanner.page.goto(link, { waitUntil: "networkidle" });
      await scanner.page.getByRole("heading", { level: 1 }).waitFor();
      await scanner.page.mouse.wheel(0, 5000);
      await scanner.page.waitForLoadState("networkidle");
      expect(scanner.faults).to.deep.equal([]);
      expect(await scanner.context.cookies(), "cookies of a scanner").to.deep.equal([]);
      await scanner.context.close();
    }

    expect(await everything()).to.deep.equal(before);
    expect(before.arrival).to.deep.equal([]);
    const clerk = await stage.enterClerk();
    await clerk.page.getByText("Er wacht niemand.").waitFor();
    await clerk.page.getByRole("region", { name: "Straks vandaag" }).getByText(name).waitFor();
  });

  /** Whole rows: not even a time of last sight may change. */
  const everything = async () => {
    const rows = (table: string) => ask(stage.stack, `select * from ${table} order by id`);
    const [appointment, meeting, arrival, outbox] = [
      await rows("appointment"),
      await rows("meeting"),
      await rows("arrival"),
      await rows("outbox_message"),
    ];
    return { appointment, meeting, arrival, outbox };
  };
  const dueMails = async () => {
    const sql =
      "select count(*)::int as due from outbox_message where state = 'sending' or (state = 'scheduled' and due_at < now())";
    return (await ask(stage.stack, sql))[0]!["due"];
  };
});

/** As a scanner finds them: every address in either part, wherever it stands. */
const linksOf = ({ text = "", html }: ParsedMail): string[] => {
  const inText = text.match(/https?:\/\/[^\s<>"')\]]+/g) ?? [];
  const inHtml = (html || "").match(/https?:\/\/[^\s<>"')\]]+/g) ?? [];
  const addresses = [...inText, ...inHtml].map((link) => link.replaceAll("&amp;", "&").replace(/[.,;]+$/, ""));
  return [...new Set(addresses)];
};

const statusOf = (method: string, link: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const asking = request(link, { method, headers: { "user-agent": "MailScanner/1.0" } }, (answer) => {
      answer.resume();
      answer.once("end", () => resolve(answer.statusCode));
    });
    asking.once("error", reject);
    asking.end();
  });
