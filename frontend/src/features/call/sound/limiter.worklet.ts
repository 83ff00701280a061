import { type Channels, createLimiter } from "./limiter.rules.js";

/** What a worklet's own world has; the compiler knows only the page's. */
declare const sampleRate: number;
declare const registerProcessor: (name: string, processor: new () => object) => void;
declare const AudioWorkletProcessor: new () => object;

registerProcessor(
  "balie-limiter",
  class extends AudioWorkletProcessor {
    private readonly limit = createLimiter(sampleRate);

    process([input = []]: readonly Channels[], [output = []]: readonly Channels[]): boolean {
      this.limit(input, output);
      return true;
    }
  },
);
