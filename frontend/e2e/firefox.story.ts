import { expect } from "chai";
import type { Browser, Page } from "playwright-core";
import type { Stack } from "../../appliance/embedded/stack.ts";
import { keepScreenshots, newPerson, type Person, startBrowser } from "./support/browser.ts";
import { admit, arrive, book, say, signIn } from "./support/counter.ts";
import { firefoxMissing, startFirefox } from "./support/firefox.ts";
import { expectAudible, expectMovingVideo } from "./support/media.ts";
import { startOwnStack } from "./support/stack.ts";

/** As `arrive`, but without being heard in the check: Firefox measures no sound on a machine that has no loudspeaker, as a test machine. */
const arriveWithFirefox = async (page: Page, link: string): Promise<void> => {
  await page.goto(link);
  await page.getByRole("button", { name: "Naar de wachtkamer" }).click();
  await page.getByRole("button", { name: "Test camera en microfoon" }).click();
  await page.getByLabel("Uw eigen beeld").waitFor();
  await page.getByRole("button", { name: "Naar de wachtkamer" }).click();
  await page.getByRole("heading", { name: "Wachtkamer" }).waitFor();
};

const times = Number(process.env["REPEAT"] ?? 1);

describe("a visit with Firefox on one side", function () {
  this.timeout(180_000);
  let stack: Stack;
  let firefox: Browser;
  let chromium: Browser;
  let people: Person[] = [];

  before(async function () {
    const missing = firefoxMissing();
    if (missing) {
      console.log(`      Left out: ${missing}.`);
      return this.skip();
    }
    [stack, firefox, chromium] = await Promise.all([startOwnStack(), startFirefox(), startBrowser()]);
  });
  after(async () => {
    await Promise.all([firefox?.close(), chromium?.close()]);
    await stack?.stop();
  });
  afterEach(async function () {
    if (this.currentTest?.state === "failed") await keepScreenshots(people, this.currentTest.title);
    await Promise.all(people.map(({ context }) => context.close()));
    people = [];
  });

  const start = async (citizenWith: Browser, clerkWith: Browser, name: string) => {
    people = [await newPerson(citizenWith), await newPerson(clerkWith)];
    const [citizen, clerk] = people.map(({ page }) => page) as [Page, Page];
    const email = `${name.replaceAll(" ", "-").toLowerCase()}-${Date.now()}@example.org`;
    const link = await book(citizen, stack, { name, email }, "Mag onze fietsclub de vergaderzaal gebruiken?");
    await (citizenWith === firefox ? arriveWithFirefox : arrive)(citizen, link);
    await signIn(clerk, stack);
    const clickedAt = Date.now();
    await admit(clerk, name);
    await citizen.getByRole("heading", { name: /^Gesprek met/ }).waitFor();
    await Promise.all([expectMovingVideo(citizen), expectMovingVideo(clerk)]);
    console.log(`      click to moving pictures on both sides: ${Date.now() - clickedAt} ms`);
    await Promise.all([expectAudible(citizen), expectAudible(clerk)]);
    return { citizen, clerk };
  };

  const chat = async (citizen: Page, clerk: Page) => {
    await say(clerk, "U boekt hier: https://zalen.example.org/boek.");
    await citizen.getByRole("button", { name: /Chat openen.*1 nieuw bericht/ }).click();
    await citizen.getByRole("log").getByRole("link", { name: "https://zalen.example.org/boek" }).waitFor();
    await say(citizen, "Dank u, dat doe ik vanavond.");
    await clerk.getByRole("log").getByText("Dank u, dat doe ik vanavond.").waitFor();
  };

  const hangUp = async (citizen: Page, clerk: Page) => {
    await citizen.getByRole("button", { name: "Ophangen" }).click();
    await citizen.getByRole("heading", { name: "U hebt opgehangen" }).waitFor();
    await clerk.getByText("is niet in het gesprek").waitFor();
  };

  const expectNoFaults = () => {
    for (const { faults } of people) expect(faults).to.deep.equal([]);
  };

  for (let turn = 1; turn <= times; turn++) {
    const again = times > 1 ? ` (${turn})` : "";
    it(`a citizen with Firefox books, is admitted, sees and hears the clerk, mutes, comes back after a reload${again}`, async () => {
      const { citizen, clerk } = await start(firefox, chromium, `Dominique Maes ${turn}`);
      await chat(citizen, clerk);

      await citizen.getByRole("button", { name: "Camera uitzetten" }).click();
      await clerk.getByText("heeft de camera uit").waitFor();
      await citizen.getByRole("button", { name: "Camera aanzetten" }).click();
      await expectMovingVideo(clerk);

      const reloadedAt = Date.now();
      await citizen.reload();
      await Promise.all([expectMovingVideo(citizen), expectMovingVideo(clerk)]);
      console.log(`      reload to moving pictures on both sides: ${Date.now() - reloadedAt} ms`);

      await hangUp(citizen, clerk);
      expectNoFaults();
    });

    it(`a clerk with Firefox admits, sees and hears the citizen, writes, and ends the call${again}`, async () => {
      const { citizen, clerk } = await start(chromium, firefox, `Saida El Amrani ${turn}`);
      await chat(citizen, clerk);
      await hangUp(citizen, clerk);
      await clerk.getByRole("button", { name: "Gesprek beëindigen" }).click();
      await clerk.getByRole("button", { name: "Beëindigen voor iedereen" }).click();
      await clerk.getByRole("radio", { name: /Geholpen/ }).check();
      await clerk.getByRole("button", { name: "Opslaan en naar de wachtrij" }).click();
      await clerk.getByText(/is afgerond\./).waitFor();
      expectNoFaults();
    });
  }
});
