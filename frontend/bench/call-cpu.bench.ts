import type { Page } from "playwright-core";
import type { Stack } from "../../appliance/embedded/stack.ts";
import { median, report } from "../../backend/bench/figures.ts";
import { queryStack } from "../../backend/drill/stack.ts";
import { until } from "../../backend/test/until.ts";
import { newPerson } from "../e2e/support/browser.ts";
import { admit, arrive, book, signIn } from "../e2e/support/counter.ts";
import { expectMovingPicture, expectMovingVideo } from "../e2e/support/media.ts";
import { startOwnStack } from "../e2e/support/stack.ts";
import { type BareCalls, joinAt, startBareCalls } from "./bare-call.ts";
import { startWeighedBrowser, type WeighedBrowser } from "./cpu-time.ts";

/** Processor time of the citizen's browser in a call that runs steadily, beside a page that does nothing but call the library (bare-call.ts). Camera and
    network are the same for both, and each is weighed once it sends its camera's whole picture: a browser starts with a small one and grows it for
    ten to thirty seconds, so that pages weighed by the clock do different work. How many pixels a second each sends is printed: a machine too
    busy for the encoder would show there. */
const rounds = Number(process.env["ROUNDS"] ?? 3);
const weighedSeconds = 15;

type Weight = { cores: number; sentMegapixels: number };

const wait = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

const weigh = async ({ cpuSeconds }: WeighedBrowser, page: Page): Promise<Weight> => {
  await until("the camera's whole picture sent", async () => (await page.evaluate(sentPicture)).isWhole, 120_000);
  const [began, { pixels }] = [cpuSeconds(), await page.evaluate(sentPicture)];
  await wait(weighedSeconds);
  const sent = (await page.evaluate(sentPicture)).pixels - pixels;
  return { cores: (cpuSeconds() - began) / weighedSeconds, sentMegapixels: sent / weighedSeconds / 1e6 };
};

/** Pixels encoded so far, each frame at its present size, and whether that is the camera's; kept connections: ../e2e/support/media.ts. */
const sentPicture = async (): Promise<{ pixels: number; isWhole: boolean }> => {
  let [pixels, isWhole] = [0, false];
  for (const connection of (window as unknown as { recordedConnections: RTCPeerConnection[] }).recordedConnections)
    for (const sender of connection.getSenders())
      for (const report of sender.track?.kind === "video" ? (await sender.getStats()).values() : []) {
        if (report.type !== "outbound-rtp" || !report.framesEncoded) continue;
        pixels += report.framesEncoded * report.frameWidth * report.frameHeight;
        isWhole ||= report.frameHeight === sender.track?.getSettings().height;
      }
  return { pixels, isWhole };
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
