import type { BrowserContext, Page } from "playwright-core";
import { until } from "../../../backend/test/until.ts";

/** What came out of a page's Web Audio, of each side. */
export interface Heard {
  /** Of the blocks that are heard in full: a busy machine drops some. */
  readonly rms: readonly [number, number];
  readonly peak: number;
  /** Above full scale: a sound card would cut these off. */
  readonly clipped: number;
  readonly samples: number;
  /** How strong each asked frequency is, of each side. */
  readonly tones: readonly (readonly [number, number])[];
}

interface Listening {
  /** Kept by the init scripts below; the product itself exposes nothing. */
  readonly heardBlocks: [Float32Array, Float32Array][];
  heardRate: number;
  readonly tone: { frequency: number; volume: number };
}
declare const window: Window & typeof globalThis & Listening;

/** Every node that is connected to a speaker is tapped too: each sample of the last seconds is kept. */
export const tapSpeakers = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() => {
    const blocks: [Float32Array, Float32Array][] = [];
    Object.defineProperty(window, "heardBlocks", { value: blocks });
    const connect = AudioNode.prototype.connect;
    AudioNode.prototype.connect = function (this: AudioNode, ...target: unknown[]) {
      if (target[0] instanceof AudioDestinationNode) {
        const tap = (this.context as AudioContext).createScriptProcessor(4096, 2, 2);
        window.heardRate = this.context.sampleRate;
        tap.onaudioprocess = ({ inputBuffer }) => {
          blocks.push([inputBuffer.getChannelData(0).slice(), inputBuffer.getChannelData(1).slice()]);
          if (blocks.length > 200) blocks.shift();
        };
        connect.call(this, tap as never);
        connect.call(tap, target[0] as never);
      }
      return connect.apply(this, target as never) as never;
    } as AudioNode["connect"];
  });

/** The microphone becomes a steady tone, which `play` changes: real devices (and the fake one) have voices of their own. The camera stays. */
export const speakATone = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() => {
    const tone = { frequency: 440, volume: 0.25 };
    Object.defineProperty(window, "tone", { value: tone });
    const devices = navigator.mediaDevices;
    const open = devices.getUserMedia.bind(devices);
    devices.getUserMedia = async (wanted = {}) => {
      const stream = await open(wanted);
      if (!wanted.audio) return stream;
      const context = new AudioContext({ sinkId: { type: "none" } } as AudioContextOptions);
      void context.resume();
      const oscillator = new OscillatorNode(context);
      const volume = new GainNode(context);
      const exit = new MediaStreamAudioDestinationNode(context, { channelCount: 1 });
      oscillator.connect(volume).connect(exit);
      oscillator.start();
      setInterval(() => {
        oscillator.frequency.value = tone.frequency;
        volume.gain.value = tone.volume;
      }, 20);
      return new MediaStream([...exit.stream.getAudioTracks(), ...stream.getVideoTracks()]);
    };
  });

/** Whoever speaks comes in stereo, 440 Hz left and 1000 Hz right: the calls themselves carry one channel. */
export const hearStereo = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() => {
    AudioContext.prototype.createMediaStreamSource = function (this: AudioContext) {
      const merger = new ChannelMergerNode(this, { numberOfInputs: 2 });
      for (const [side, frequency] of [440, 1000].entries()) {
        const tone = new OscillatorNode(this, { frequency });
        const volume = new GainNode(this, { gain: 0.25 });
        tone.connect(volume).connect(merger, 0, side);
        tone.start();
      }
      return merger as unknown as MediaStreamAudioSourceNode;
    };
  });

export const play = (page: Page, tone: Partial<Listening["tone"]>): Promise<void> =>
  page.evaluate((wanted) => void Object.assign(window.tone, wanted), tone);

/** What the page plays once it is steady: the same twice, and no silence. */
export const listenTo = async (page: Page, frequencies: readonly number[] = []): Promise<Heard> => {
  let before = await listenOnce(page, 8, frequencies);
  return until("the sound is steady", async () => {
    const now = await listenOnce(page, 8, frequencies);
    const isSteady = [0, 1].every((side) => isNear(now.rms[side] ?? 0, before.rms[side] ?? 0));
    before = now;
    return isSteady && Math.max(...now.rms) > 0.0005 ? now : null;
  });
};

const isNear = (one: number, other: number): boolean => Math.abs(one - other) <= 0.02 * other + 0.0005;

/** The next so many blocks of 4096 samples, whatever comes. */
export const listenOnce = async (page: Page, count: number, frequencies: readonly number[] = []): Promise<Heard> => {
  const blocks = await nextBlocks(page, count);
  const rate = await page.evaluate(() => window.heardRate);
  const sideOf = (side: 0 | 1) => blocks.map((block) => block[side] ?? []);
  const [left, right] = [sideOf(0), sideOf(1)];
  const all = [...left, ...right].flat();
  return {
    rms: [fullRms(left), fullRms(right)],
    peak: all.reduce((peak, sample) => Math.max(peak, Math.abs(sample)), 0),
    clipped: all.filter((sample) => Math.abs(sample) > 1).length,
    samples: all.length,
    tones: frequencies.map((each) => [strengthOf(left, each, rate), strengthOf(right, each, rate)] as const),
  };
};

const nextBlocks = async (page: Page, count: number): Promise<number[][][]> => {
  await page.evaluate(() => void window.heardBlocks.splice(0));
  await until("the page plays", () => page.evaluate((wanted) => window.heardBlocks.length >= wanted, count));
  return page.evaluate(
    (wanted) => window.heardBlocks.slice(0, wanted).map((block) => block.map((side) => [...side])),
    count,
  );
};

const fullRms = (blocks: readonly number[][]): number => {
  const each = blocks.map((block) => Math.sqrt(block.reduce((sum, sample) => sum + sample * sample, 0) / block.length));
  return each.sort((one, other) => other - one)[Math.floor(each.length / 4)] ?? 0;
};

/** In the block where it is strongest: between two blocks the wave may jump. */
const strengthOf = (blocks: readonly number[][], frequency: number, rate: number): number =>
  Math.max(...blocks.map((block) => amplitudeOf(block, frequency, rate)));

/** The amplitude of one frequency, seen through a Hann window. */
const amplitudeOf = (samples: readonly number[], frequency: number, rate: number): number => {
  let real = 0;
  let imaginary = 0;
  let weights = 0;
  for (const [index, sample] of samples.entries()) {
    const weight = 1 - Math.cos((2 * Math.PI * index) / samples.length);
    const angle = (2 * Math.PI * frequency * index) / rate;
    real += weight * sample * Math.cos(angle);
    imaginary += weight * sample * Math.sin(angle);
    weights += weight;
  }
  return (2 * Math.hypot(real, imaginary)) / weights;
};
