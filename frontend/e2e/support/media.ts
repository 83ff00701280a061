import type { Page } from "playwright-core";
import { until } from "../../../backend/test/until.ts";

interface Recorded {
  /** Kept by the init script below; the product itself exposes nothing. */
  readonly recordedConnections: RTCPeerConnection[];
}
declare const window: Window & typeof globalThis & Recorded;

/** Runs in the page before anything else. */
export const recordConnections = (): void => {
  const connections: RTCPeerConnection[] = [];
  Object.defineProperty(window, "recordedConnections", { value: connections });
  window.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      connections.push(this);
    }
  };
};

/** The other's picture moves, and the rest of the call, which comes after the first picture, is there. */
export const expectMovingVideo = async (page: Page): Promise<void> => {
  await expectMovingPicture(page);
  await page.locator(".call-controls").waitFor();
};

/** The other's picture is decoded and changes: the frame count rises, and two frames drawn differ. */
export const expectMovingPicture = async (page: Page): Promise<void> => {
  await expectToRise(page, "framesDecoded");
  let first: string | null = null;
  await until("the remote picture moves", async () => {
    const now = await page.evaluate(drawRemotePicture);
    first ??= now;
    return now !== null && now !== first;
  });
};

/** The other's sound arrives and is not silence. */
export const expectAudible = (page: Page): Promise<void> => expectToRise(page, "totalAudioEnergy");

/** No sound has come for two seconds: the fake microphone beeps more often than that. */
export const expectSilence = (page: Page): Promise<void> => expectToRest(page, "totalAudioEnergy");

/** No picture has come for two seconds. */
export const expectStill = (page: Page): Promise<void> => expectToRest(page, "framesDecoded");

type Figure = "framesDecoded" | "totalAudioEnergy";

/** From one look to the next: a connection that takes another's place counts anew. */
const expectToRise = async (page: Page, figure: Figure): Promise<void> => {
  let before = await page.evaluate(received, figure);
  await until(`${figure} rises`, async () => {
    const now = await page.evaluate(received, figure);
    const isMore = now > before;
    before = now;
    return isMore;
  });
};

/** Nothing can be seen of what does not come but time without it. */
const expectToRest = async (page: Page, figure: Figure): Promise<void> => {
  let began = { at: Date.now(), total: await page.evaluate(received, figure) };
  await until(`${figure} rests for two seconds`, async () => {
    const total = await page.evaluate(received, figure);
    if (Math.abs(total - began.total) > 1e-6) began = { at: Date.now(), total };
    return Date.now() - began.at >= 2000;
  });
};

/** Of all living connections of the page together. */
const received = async (figure: string): Promise<number> => {
  let total = 0;
  for (const connection of window.recordedConnections) {
    if (connection.connectionState === "closed") continue;
    for (const report of (await connection.getStats()).values())
      if (report.type === "inbound-rtp") total += report[figure] ?? 0;
  }
  return total;
};

/** The large picture, drawn small; null when there is none, or nothing on it. */
const drawRemotePicture = (): string | null => {
  const video = document.querySelector<HTMLVideoElement>("li video");
  const pen = new OffscreenCanvas(64, 36).getContext("2d");
  if (!video || !pen || video.readyState < 2) return null;
  pen.drawImage(video, 0, 0, 64, 36);
  const { data } = pen.getImageData(0, 0, 64, 36);
  const isBlank = data.every((value, index) => index % 4 === 3 || value === data[0]);
  return isBlank ? null : data.join();
};
