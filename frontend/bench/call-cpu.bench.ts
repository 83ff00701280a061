import type { Page } from "playwright-core";
import type { Stack } from "../../appliance/embedded/stack.ts";
import { median, report } from "../../backend/bench/figures.ts";
import { queryStack } from "../../backend/drill/stack.ts";
import { newPerson } from "../e2e/support/browser.ts";
import { admit, arrive, book, signIn } from "../e2e/support/counter.ts";
import { expectMovingPicture, expectMovingVideo } from "../e2e/support/media.ts";
import { startOwnStack } from "../e2e/support/stack.ts";
import { type BareCalls, joinAt, startBareCalls } from "./bare-call.ts";
import { startWeighedBrowser, type WeighedBrowser } from "./cpu-time.ts";

/** Processor time of the citizen's browser in a call that runs steadily, beside a page that does nothing but call the library (bare-call.ts). Camera and
    network are the same for both; how many pixels a second each sends is printed, since the encoder takes most and gives way on a busy machine. */
const rounds = Number(process.env["ROUNDS"] ?? 3);
const settleSeconds = 10;
const weighedSeconds = 15;

type Weight = { cores: number; sentMegapixels: number };

const wait = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

const weigh = async ({ cpuSeconds }: WeighedBrowser, page: Page): Promise<Weight> => {
  await wait(settleSeconds);
  const [began, pixels] = [cpuSeconds(), await page.evaluate(sentPixels)];
  await wait(weighedSeconds);
  const sent = (await page.evaluate(sentPixels)) - pixels;
  return { cores: (cpuSeconds() - began) / weighedSeconds, sentMegapixels: sent / weighedSeconds / 1e6 };
};

/** Frames encoded so far, each at its present size; kept connections: ../e2e/support/media.ts. */
const sentPixels = async (): Promise<number> => {
  let pixels = 0;
  for (const connection of (window as unknown as { recordedConnections: RTCPeerConnection[] }).recordedConnections)
    for (const report of (await connection.getStats()).values())
      if (report.type === "outbound-rtp" && report.kind === "video")
        pixels += (report.framesEncoded ?? 0) * (report.frameWidth ?? 0) * (report.frameHeight ?? 0);
  return pixels;
};

const ours = async (stack: Stack, round: number): Promise<Weight> => {
  const [weighed, other] = [await startWeighedBrowser(), await startWeighedBrowser()];
  const [citizen, clerk] = [await newPerson(weighed.browser), await newPerson(other.browser)];
  const name = `Bezoeker ${round}`;
  await arrive(citizen.page, await book(citizen.page, stack, { name, email: `cpu-${round}@example.org` }, ""));
  await signIn(clerk.page, stack);
  await admit(clerk.page, name);
  await expectMovingVideo(citizen.page);
  const weight = await weigh(weighed, citizen.page);
  await Promise.all([weighed.browser.close(), other.browser.close()]);
  return weight;
};

const bare = async (calls: BareCalls, round: number): Promise<Weight> => {
  const [weighed, other] = [await startWeighedBrowser(), await startWeighedBrowser()];
  const [citizen, clerk] = [await newPerson(weighed.browser), await newPerson(other.browser)];
  await calls.prepare(citizen.page, `cpu${round}`, false);
  await calls.prepare(clerk.page, `cpu${round}`, true);
  for (const { page } of [citizen, clerk]) await joinAt(page, Date.now());
  await expectMovingPicture(citizen.page);
  const weight = await weigh(weighed, citizen.page);
  await Promise.all([weighed.browser.close(), other.browser.close()]);
  return weight;
};

const [stack, calls] = [await startOwnStack(), await startBareCalls()];
try {
  await queryStack(stack, "update counter set capacity = 100");
  const all: { ours: Weight; bare: Weight }[] = [];
  for (let round = 0; round < rounds; round++)
    all.push({ bare: await bare(calls, round), ours: await ours(stack, round) });
  const of = (pick: (weight: Weight) => number) => ({
    ours: median(all.map((pair) => pick(pair.ours))),
    baseline: { of: "bare library", figure: median(all.map((pair) => pick(pair.bare))) },
    ratio: median(all.map((pair) => pick(pair.ours) / pick(pair.bare))),
  });
  report({ name: "video sent by the citizen", unit: "megapixels/s", ...of(({ sentMegapixels }) => sentMegapixels) });
  report({
    name: "processor time of the citizen's browser in a call",
    unit: "cores",
    ...of(({ cores }) => cores),
    budget: { of: "ratio", atMost: 1.3 },
  });
} finally {
  await calls.stop();
  await stack.stop();
}
