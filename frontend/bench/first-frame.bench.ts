import type { Browser, Page } from "playwright-core";
import type { Stack } from "../../appliance/embedded/stack.ts";
import { median, report } from "../../backend/bench/figures.ts";
import { queryStack } from "../../backend/drill/stack.ts";
import { until } from "../../backend/test/until.ts";
import { newPerson, startBrowser } from "../e2e/support/browser.ts";
import { admit, arrive, book, signIn } from "../e2e/support/counter.ts";
import { startOwnStack } from "../e2e/support/stack.ts";
import { type BareCalls, joinAt, startBareCalls } from "./bare-call.ts";

/** From the clerk's click on "admit" to the first frame of the other person, for each side: the first requestVideoFrameCallback of a remote <video>, so a frame that was
    decoded and handed to the screen. Clocks: Date.now() in both pages and here, this machine's clock (performance.timeOrigin drifts from it).

    The bare pages (bare-call.ts) both join at the same instant: all that our pages do between the click and that
    (admission, its news, two token requests, the clerk's camera) counts against us. */
const rounds = Number(process.env["ROUNDS"] ?? 9);

type Noted = { clickedAt: number; frameAt: number };
type Times = { citizen: number; clerk: number };

const watchFirstFrame = (): void => {
  const noted: Noted = { clickedAt: 0, frameAt: 0 };
  const seen = new WeakSet<HTMLVideoElement>();
  addEventListener("click", () => Object.assign(noted, { clickedAt: Date.now() }), true);
  const look = () => {
    for (const video of document.querySelectorAll<HTMLVideoElement>("li video")) {
      if (seen.has(video)) continue;
      seen.add(video);
      video.requestVideoFrameCallback(() => Object.assign(noted, { frameAt: noted.frameAt || Date.now() }));
    }
  };
  new MutationObserver(look).observe(document.body, { subtree: true, childList: true });
  Object.assign(window, { noted });
};

const firstFrames = async (citizen: Page, clerk: Page, startedAt: (clerk: Noted) => number): Promise<Times> => {
  const noted = (page: Page) => page.evaluate(() => (window as unknown as { noted: Noted }).noted);
  await until("both see the other", async () => (await noted(citizen)).frameAt > 0 && (await noted(clerk)).frameAt > 0);
  const [theirs, own] = [await noted(citizen), await noted(clerk)];
  return { citizen: theirs.frameAt - startedAt(own), clerk: own.frameAt - startedAt(own) };
};

const ours = async (browser: Browser, stack: Stack, round: number): Promise<Times> => {
  const [citizen, clerk] = [await newPerson(browser), await newPerson(browser)];
  const name = `Bezoeker ${round}`;
  await arrive(citizen.page, await book(citizen.page, stack, { name, email: `round-${round}@example.org` }, ""));
  await signIn(clerk.page, stack);
  await clerk.page.getByRole("button", { name: `Laat ${name} binnen` }).waitFor();
  for (const { page } of [citizen, clerk]) await page.evaluate(watchFirstFrame);
  await settle([citizen.page, clerk.page]);
  await admit(clerk.page, name);
  const times = await firstFrames(citizen.page, clerk.page, ({ clickedAt }) => clickedAt);
  await Promise.all([citizen.context.close(), clerk.context.close()]);
  return times;
};

const bare = async (browser: Browser, calls: BareCalls, round: number): Promise<Times> => {
  const people = [await newPerson(browser), await newPerson(browser)] as const;
  for (const [index, { page }] of people.entries()) {
    await calls.prepare(page, `bare${round}`, index === 1);
    await page.evaluate(watchFirstFrame);
  }
  const [citizen, clerk] = people;
  await settle([citizen.page, clerk.page]);
  const startAt = Date.now() + 300;
  for (const { page } of people) await joinAt(page, startAt);
  const times = await firstFrames(citizen.page, clerk.page, () => startAt);
  await Promise.all(people.map(({ context }) => context.close()));
  return times;
};

/** Pages of either side have nothing left to load or draw when the clock starts. */
const settle = async (pages: readonly Page[]): Promise<void> => {
  for (const page of pages) await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
  await new Promise((resolve) => setTimeout(resolve, 1000));
};

const stack = await startOwnStack();
const [browser, bareCalls] = [await startBrowser(), await startBareCalls()];
try {
  // A seat for every round in the quarter whose waiting room is open already.
  await queryStack(stack, "update counter set capacity = 100");
  const all: { ours: Times; bare: Times }[] = [];
  // The first of each warms caches and is not counted.
  for (let round = 0; round <= rounds; round++) {
    const pair = {
      bare: await bare(browser, bareCalls, round),
      ours: await ours(browser, stack, round),
    };
    if (process.env["VERBOSE"]) console.log(round, JSON.stringify(pair));
    if (round > 0) all.push(pair);
  }
  const line = (who: string, of: (times: Times) => number, atMost?: number) =>
    report({
      name: `click on admit to the first remote frame, ${who}`,
      unit: "ms",
      ours: median(all.map((pair) => of(pair.ours))),
      baseline: { of: "bare library", figure: median(all.map((pair) => of(pair.bare))) },
      ...(atMost ? { budget: { of: "ratio", atMost } } : {}),
    });
  line("both sides", ({ citizen, clerk }) => Math.max(citizen, clerk), 1.2);
  line("the citizen's", ({ citizen }) => citizen);
  line("the clerk's", ({ clerk }) => clerk);
} finally {
  await browser.close();
  await bareCalls.stop();
  await stack.stop();
}
