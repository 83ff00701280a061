import { expect } from "chai";
import type { Browser, Page } from "playwright-core";
import type { Stack } from "../../appliance/embedded/stack.ts";
import { median } from "../../backend/bench/figures.ts";
import { bookByRequest } from "../e2e/support/api.ts";
import { faultsOf } from "../e2e/support/axe.ts";
import { chromiumPath, keepScreenshots, newPerson, type Person, startBrowser } from "../e2e/support/browser.ts";
import { admit, signIn } from "../e2e/support/counter.ts";
import { expectAudible, expectMovingVideo, expectStill } from "../e2e/support/media.ts";
import { startOwnStack } from "../e2e/support/stack.ts";
import { rememberDevices } from "../e2e/support/stage.ts";
import { listenFor, voiceGetsThrough } from "./heard-voice.ts";
import { lineMissing, type OwnLine, startLine } from "./own-line.ts";

/** The citizen is in a network of their own, whose real packets are lost or stopped; the clerk is not. */
describe("bad lines", function () {
  this.timeout(600_000);
  let stack: Stack;
  let line: OwnLine;
  let browsers: Browser[] = [];
  let people: Person[] = [];
  let citizen: Page;
  let clerk: Page;

  before(function () {
    const missing = lineMissing();
    if (!missing) return;
    console.log(`      Left out: ${missing}.`);
    this.skip();
  });
  // A line and a counter for each case: on 60 kbit/s the voice waits for whatever else is still on its way.
  beforeEach(async () => {
    line = startLine(chromiumPath);
    stack = await startOwnStack();
    browsers = [await startBrowser(line.browserArguments, line.executablePath), await startBrowser()];
    people = await Promise.all(browsers.map((browser) => newPerson(browser)));
    const [theirs, ours] = people as [Person, Person];
    [citizen, clerk] = [theirs.page, ours.page];
    const name = "Dominique Hotel";
    await rememberDevices(theirs);
    await citizen.goto(await bookByRequest(stack, { name }));
    await citizen.getByRole("button", { name: "Naar de wachtkamer" }).click();
    await signIn(clerk, stack);
    await admit(clerk, name);
    await Promise.all([expectMovingVideo(citizen), expectMovingVideo(clerk)]);
  });
  afterEach(async function () {
    if (this.currentTest?.state === "failed") await keepScreenshots(people, this.currentTest.title);
    line?.mend();
    await Promise.all(browsers.map((browser) => browser.close()));
    line?.close();
    await stack?.stop();
  });

  const rounds = Number(process.env["ROUNDS"] ?? 20);

  it("twenty cuts of five seconds: pictures and sound are back within ten, nineteen times at least", async () => {
    const recoveries: number[] = [];
    for (let round = 0; round < rounds; round++) {
      // In turns: nobody is told, and the machine sees that its cable is out.
      const [stop, go] = round % 2 === 0 ? [line.cut, line.mend] : [line.unplug, line.plug];
      stop();
      await new Promise((resolve) => setTimeout(resolve, 5000));
      go();
      const mendedAt = Date.now();
      const back = await Promise.all(
        [citizen, clerk].flatMap((page) => [expectMovingVideo(page), expectAudible(page)]),
      ).then(
        () => Date.now() - mendedAt,
        () => Number.POSITIVE_INFINITY,
      );
      recoveries.push(back);
      if (process.env["VERBOSE"]) console.log(round, back);
    }
    const inTime = recoveries.filter((each) => each <= 10_000).length;
    const inWords = `median ${median(recoveries)} ms, longest ${Math.max(...recoveries)} ms`;
    console.log(`      back within 10 s: ${inTime} of ${rounds}; ${inWords}`);
    expect(inTime).to.be.at.least(Math.floor(rounds * 0.95));
  });

  it("a fifth of the packets lost: said in words on both sides, the picture stands still, and comes back by itself", async () => {
    line.lose(0.2);
    await citizen.getByText("Verbinding: slecht").waitFor();
    await citizen.getByText("Het beeld staat nu stil.").waitFor();
    await clerk.getByText("ziet nu geen beeld van u").waitFor();
    expect(await faultsOf(citizen, "line-poor-citizen")).to.deep.equal([]);
    expect(await faultsOf(clerk, "line-poor-clerk")).to.deep.equal([]);
    await expectStill(citizen);
    line.mend();
    await citizen.getByText("Verbinding: goed").waitFor({ timeout: 60_000 });
    await citizen.getByText("Het beeld staat nu stil.").waitFor({ state: "detached", timeout: 90_000 });
    await Promise.all([expectMovingVideo(citizen), expectMovingVideo(clerk)]);
  });

  it("60 kbit/s and a tenth of the packets lost: once the pictures stand still, at most 15 % of the sound is made up, and no gap lasts 400 ms", async () => {
    const began = Date.now();
    line.limit(60);
    line.lose(0.1);
    for (const page of [citizen, clerk]) await page.getByText("Het beeld staat nu stil.").waitFor({ timeout: 60_000 });
    const stoodStill = Date.now() - began;
    // What the pictures left waiting in the line goes first.
    for (const page of [citizen, clerk]) await voiceGetsThrough(page);
    console.log(
      `      pictures stood still after ${stoodStill} ms, the voice had the line after ${Date.now() - began} ms`,
    );
    // Longer than the wait before pictures are tried again.
    const heard = await Promise.all([citizen, clerk].map((page) => listenFor(page, 30)));
    for (const { concealed, longestGapMs } of heard) {
      console.log(`      ${(concealed * 100).toFixed(1)} % made up, longest gap ${longestGapMs} ms`);
      expect(concealed).to.be.at.most(0.15);
      expect(longestGapMs).to.be.below(400);
    }
  });
});
