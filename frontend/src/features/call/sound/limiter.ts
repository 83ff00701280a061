import { ceiling } from "./limiter.rules.js";
import address from "./limiter.worklet.ts?worker&url";

/** In at the one node, out at the other. */
export type Limiter = { readonly entrance: AudioNode; readonly exit: AudioNode };

/** The end of the graph: nothing that comes out of it is above the ceiling. */
export const openLimiter = async (context: AudioContext): Promise<Limiter> => {
  try {
    await context.audioWorklet.addModule(address);
    const stereo: AudioWorkletNodeOptions = {
      channelCount: 2,
      channelCountMode: "explicit",
      outputChannelCount: [2],
    };
    const limiter = new AudioWorkletNode(context, "balie-limiter", stereo);
    return { entrance: limiter, exit: limiter };
  } catch {
    // Without worklets (an old browser, a file that did not come) peaks are rounded off instead.
    return softClip(context);
  }
};

/** The curve knows only -1 to 1, and holds its ends for whatever is beyond: the input is made smaller first. */
const widest = 12;

const softClip = (context: AudioContext): Limiter => {
  const curve = Float32Array.from({ length: 4097 }, (_, index) => rounded((index / 2048 - 1) * widest));
  const shaper = new WaveShaperNode(context, { curve });
  const entrance = new GainNode(context, { gain: 1 / widest });
  entrance.connect(shaper);
  return { entrance, exit: shaper };
};

const straightUpTo = 0.6;

const rounded = (sample: number): number => {
  const size = Math.abs(sample);
  if (size <= straightUpTo) return sample;
  const room = ceiling - straightUpTo;
  return Math.sign(sample) * (straightUpTo + room * Math.tanh((size - straightUpTo) / room));
};
