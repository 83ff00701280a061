import type { Page } from "playwright-core";
import { until } from "../../../backend/test/until.ts";

interface Recorded {
  readonly recordedConnections: RTCPeerConnection[];
}
declare const window: Window & typeof globalThis & Recorded;

export interface ReceivedPicture {
  readonly width: number;
  readonly height: number;
  /** Mean red, green and blue, 0 to 255. */
  readonly colour: readonly number[];
}

/** What the large picture shows; null when there is none. */
export const receivedPicture = (page: Page): Promise<ReceivedPicture | null> =>
  page.evaluate(() => {
    const video = document.querySelector<HTMLVideoElement>(".seeing-large video");
    const pen = new OffscreenCanvas(32, 18).getContext("2d");
    if (!video || !pen || video.readyState < 2) return null;
    pen.drawImage(video, 0, 0, 32, 18);
    const { data } = pen.getImageData(0, 0, 32, 18);
    const colour = [0, 1, 2].map((part) => {
      let sum = 0;
      for (let index = part; index < data.length; index += 4) sum += data[index] ?? 0;
      return Math.round(sum / (data.length / 4));
    });
    return { width: video.videoWidth, height: video.videoHeight, colour };
  });

const unlike = (one: ReceivedPicture, other: ReceivedPicture): boolean =>
  one.colour.some((part, index) => Math.abs(part - (other.colour[index] ?? 0)) > 40);

/** Another picture arrives than the one before, decoded, and by its colours not the same scene. */
export const otherPicture = (page: Page, before: ReceivedPicture): Promise<ReceivedPicture> =>
  until("another picture", async () => {
    const now = await receivedPicture(page);
    return now && unlike(now, before) ? now : null;
  });

export const samePicture = (page: Page, before: ReceivedPicture): Promise<ReceivedPicture> =>
  until("the picture from before", async () => {
    const now = await receivedPicture(page);
    return now && !unlike(now, before) ? now : null;
  });

interface PictureCount {
  readonly atMs: number;
  readonly frames: number;
  readonly bytes: number;
  readonly height: number;
}

/** What was received of pictures so far, by getStats, of the connection that lives. */
const countPictures = (page: Page): Promise<PictureCount> =>
  page.evaluate(async () => {
    let count = { atMs: performance.now(), frames: 0, bytes: 0, height: 0 };
    for (const connection of window.recordedConnections) {
      if (connection.connectionState === "closed") continue;
      for (const report of (await connection.getStats()).values())
        if (report.type === "inbound-rtp" && report.kind === "video" && report.framesDecoded > 0)
          count = {
            atMs: report.timestamp,
            frames: report.framesDecoded,
            bytes: report.bytesReceived,
            height: report.frameHeight,
          };
    }
    return count;
  });

/** Frames and bits per second as received, over so many seconds of the browser's own clock. */
export const receivedRate = async (page: Page, seconds: number) => {
  const first = await countPictures(page);
  const last = await until(
    `${seconds} s of pictures`,
    async () => {
      const now = await countPictures(page);
      return now.atMs - first.atMs >= seconds * 1000 ? now : null;
    },
    (seconds + 20) * 1000,
  );
  const took = (last.atMs - first.atMs) / 1000;
  return {
    framesPerSecond: (last.frames - first.frames) / took,
    kbitPerSecond: ((last.bytes - first.bytes) * 8) / 1000 / took,
    height: last.height,
  };
};

/** As a thin line would: the sender may use no more for its picture. */
export const limitPicture = (page: Page, bitsPerSecond: number): Promise<void> =>
  page.evaluate(async (maxBitrate) => {
    for (const connection of window.recordedConnections)
      for (const sender of connection.connectionState === "closed" ? [] : connection.getSenders()) {
        if (sender.track?.kind !== "video") continue;
        const parameters = sender.getParameters();
        for (const encoding of parameters.encodings) encoding.maxBitrate = maxBitrate;
        await sender.setParameters(parameters);
      }
  }, bitsPerSecond);

/** What the browser's own "stop sharing" does to the page. */
export const endByBrowser = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const connection of window.recordedConnections)
      for (const { track } of connection.connectionState === "closed" ? [] : connection.getSenders())
        if (track?.kind === "video") {
          track.stop();
          track.dispatchEvent(new Event("ended"));
        }
  });
