import { expect } from "chai";
import type { Browser, Cookie } from "playwright-core";
import type { Stack } from "../../appliance/embedded/stack.ts";
import { keepScreenshots, newPerson, type Person, startBrowser } from "./support/browser.ts";
import { admit, arrive, book, openConsole, say } from "./support/counter.ts";
import { ask } from "./support/database.ts";
import { waitForMail } from "./support/mail.ts";
import { expectAudible, expectMovingVideo } from "./support/media.ts";
import { startOwnStack } from "./support/stack.ts";

const times = Number(process.env["REPEAT"] ?? 1);

describe("a visit to the digital counter", function () {
  this.timeout(180_000);
  let stack: Stack;
  let browser: Browser;
  let people: Person[] = [];
  const session: Cookie[] = [];

  before(async () => {
    [stack, browser] = await Promise.all([startOwnStack(), startBrowser()]);
    // The demo's two seats would not hold all repetitions of the next half hour.
    await ask(stack, "update counter set capacity = 40");
  });
  after(async () => {
    await browser?.close();
    await stack?.stop();
  });
  afterEach(async function () {
    if (this.currentTest?.state === "failed") await keepScreenshots(people, this.currentTest.title);
    await Promise.all(people.map(({ context }) => context.close()));
    people = [];
  });

  for (let turn = 1; turn <= times; turn++)
    it(`Dominique asks about a room, from booking to survey${times > 1 ? ` (${turn})` : ""}`, async () => {
      people = await Promise.all([newPerson(browser), newPerson(browser)]);
      const [citizen, clerk] = people.map(({ page }) => page) as [Person["page"], Person["page"]];
      const dominique = { name: `Dominique Maes ${turn}`, email: `dominique-${turn}-${Date.now()}@example.org` };

      const link = await book(citizen, stack, dominique, "Mag onze fietsclub de vergaderzaal gebruiken?");
      await arrive(citizen, link);
      await openConsole(people[1] as Person, stack, session);

      const clickedAt = Date.now();
      await admit(clerk, dominique.name);
      await citizen.getByRole("heading", { name: /^Gesprek met/ }).waitFor();
      await Promise.all([expectMovingVideo(citizen), expectMovingVideo(clerk)]);
      console.log(`      click to moving pictures on both sides: ${Date.now() - clickedAt} ms`);
      await Promise.all([expectAudible(citizen), expectAudible(clerk)]);
      await citizen.getByRole("list", { name: "In dit gesprek" }).getByText("An Peeters").waitFor();
      await clerk.getByRole("list", { name: "In dit gesprek" }).getByText(dominique.name).waitFor();

      await say(clerk, "U boekt hier: https://zalen.example.org/boek.");
      const received = citizen.getByRole("log").getByRole("link", { name: "https://zalen.example.org/boek" });
      await citizen.getByRole("button", { name: /Chat openen.*1 nieuw bericht/ }).click();
      expect(await received.getAttribute("rel")).to.equal("noopener noreferrer");
      await say(citizen, "Dank u, dat doe ik vanavond.");
      await clerk.getByRole("log").getByText("Dank u, dat doe ik vanavond.").waitFor();

      const reloadedAt = Date.now();
      await citizen.reload();
      await Promise.all([expectMovingVideo(citizen), expectMovingVideo(clerk)]);
      const backMs = Date.now() - reloadedAt;
      console.log(`      reload to moving pictures on both sides: ${backMs} ms`);
      expect(backMs, "back in the call").to.be.below(5000);

      await citizen.getByRole("button", { name: "Ophangen" }).click();
      await citizen.getByRole("heading", { name: "U hebt opgehangen" }).waitFor();
      await clerk.getByText("is niet in het gesprek").waitFor();
      await citizen.getByRole("button", { name: "Terug naar het gesprek" }).click();
      await Promise.all([expectMovingVideo(citizen), expectMovingVideo(clerk)]);

      await clerk.getByRole("button", { name: "Gesprek beëindigen" }).click();
      await clerk.getByRole("button", { name: "Beëindigen voor iedereen" }).click();
      await clerk.getByRole("radio", { name: /Geholpen/ }).check();
      await clerk.getByRole("checkbox", { name: /^https:\/\/zalen\.example\.org\/boek/ }).check();
      await clerk.getByLabel(/Bericht aan de bezoeker/).fill("Tot ziens.");
      await clerk.getByRole("button", { name: "Opslaan en naar de wachtrij" }).click();
      await clerk.getByText(`Het gesprek met ${dominique.name} is afgerond.`).waitFor();

      await citizen.getByRole("radio", { name: "Heel gemakkelijk", exact: true }).check();
      await citizen.getByRole("radio", { name: "Ja" }).check();
      await citizen.getByRole("button", { name: "Verstuur uw antwoorden" }).click();
      await citizen.getByText("We hebben uw antwoorden goed gekregen.").waitFor();
      const mail = await waitForMail(stack.mailUrl, dominique.email, /Tot ziens/);
      expect(mail.text).to.contain("https://zalen.example.org/boek");

      for (const { faults } of people) expect(faults).to.deep.equal([]);
    });
});
