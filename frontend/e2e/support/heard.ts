import type { BrowserContext, Page } from "playwright-core";
import { until } from "../../../backend/test/until.ts";

/** What came out of a page's Web Audio, of each side. */
export interface Heard {
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

/** A second of what the page plays, after what was under way has settled: blocks of 4096 samples that go by first. */
export const listenTo = async (page: Page, frequencies: readonly number[] = [], settling = 8): Promise<Heard> => {
  await nextBlocks(page, settling);
  const blocks = await nextBlocks(page, 12);
  const rate = await page.evaluate(() => window.heardRate);
  const sides = [0, 1].map((side) => blocks.flatMap((block) => block[side] ?? []));
  const [left = [], right = []] = sides;
  const both = [...left, ...right];
  return {
    rms: [rmsOf(left), rmsOf(right)],
    peak: both.reduce((peak, sample) => Math.max(peak, Math.abs(sample)), 0),
    clipped: both.filter((sample) => Math.abs(sample) > 1).length,
    samples: both.length,
    tones: frequencies.map(
      (frequency) => [strengthOf(left, frequency, rate), strengthOf(right, frequency, rate)] as const,
    ),
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

const rmsOf = (samples: readonly number[]): number =>
  Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);

/** The amplitude of one frequency, seen through a Hann window. */
const strengthOf = (samples: readonly number[], frequency: number, rate: number): number => {
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
