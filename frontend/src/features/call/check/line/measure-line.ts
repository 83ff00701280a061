import { kbpsOf } from "./line.rules.js";
import { sendSample } from "./line-check.api.js";

const downCharacters = 200_000;
const upCharacters = 60_000;
const patienceSeconds = 12;

/** kbit/s in each direction, one after the other so that they do not hinder each other. The first, small answer opens the connection and is not counted.
    Rejects when no answer comes in time. */
export const measureLine = async (token: string): Promise<{ downKbps: number; upKbps: number }> => {
  await sendSample(token, "", 1, patienceSeconds);
  const down = await timed(() => sendSample(token, "", downCharacters, patienceSeconds));
  const up = await timed(() => sendSample(token, randomText(upCharacters), 1, patienceSeconds));
  return { downKbps: kbpsOf(downCharacters, down), upKbps: kbpsOf(upCharacters, up) };
};

const timed = async (act: () => Promise<unknown>): Promise<number> => {
  const before = performance.now();
  await act();
  return performance.now() - before;
};

/** Nothing on the way can make it smaller. */
const randomText = (length: number): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(length));
  return Array.from(bytes, (byte) => String.fromCharCode(48 + (byte & 63))).join("");
};
