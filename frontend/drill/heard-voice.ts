import type { Page } from "playwright-core";
import { until } from "../../backend/test/until.ts";

/** By the browser's own count (W3C webrtc-stats), ten times a second: the share of samples it made up, and the longest stretch in which
    nearly all were. */
export type HeardVoice = { readonly concealed: number; readonly longestGapMs: number };

/** Half a second to the other side and back at most, as the other side last told it (RTCP). Rejects after a minute. */
export const voiceGetsThrough = (page: Page): Promise<unknown> =>
  until("the voice has the line", async () => (await page.evaluate(voiceTripMs)) < 500, 60_000);

export const listenFor = (page: Page, seconds: number): Promise<HeardVoice> => page.evaluate(listen, seconds);

/** Kept by ../e2e/support/media.ts. */
type Recorded = { recordedConnections: RTCPeerConnection[] };

const voiceTripMs = async (): Promise<number> => {
  let trip = Number.POSITIVE_INFINITY;
  for (const connection of (window as unknown as Recorded).recordedConnections) {
    if (connection.connectionState === "closed") continue;
    for (const report of (await connection.getStats()).values())
      if (report.type === "remote-inbound-rtp" && report.kind === "audio") trip = (report.roundTripTime ?? 9) * 1000;
  }
  return trip;
};

const listen = async (seconds: number): Promise<HeardVoice> => {
  const count = async () => {
    const sum = { at: performance.now(), all: 0, made: 0 };
    for (const connection of (window as unknown as Recorded).recordedConnections) {
      if (connection.connectionState === "closed") continue;
      for (const report of (await connection.getStats()).values()) {
        if (report.type !== "inbound-rtp" || report.kind !== "audio") continue;
        sum.all += report.totalSamplesReceived ?? 0;
        sum.made += (report.concealedSamples ?? 0) - (report.silentConcealedSamples ?? 0);
      }
    }
    return sum;
  };
  const first = await count();
  let [last, gap, longest] = [first, 0, 0];
  while (last.at - first.at < seconds * 1000) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    const now = await count();
    const isGap = now.made - last.made > 0.9 * (now.all - last.all) && now.all > last.all;
    gap = isGap ? gap + now.at - last.at : 0;
    longest = Math.max(longest, gap);
    last = now;
  }
  return { concealed: (last.made - first.made) / (last.all - first.all), longestGapMs: Math.round(longest) };
};
