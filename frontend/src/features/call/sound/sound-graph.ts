import { filtersOf, type Preset } from "./equaliser.rules.js";
import { openLimiter } from "./limiter.js";
import { gainsOf, type SoundChoice } from "./sound-choice.rules.js";
import { openSpeaker } from "./speaker.js";

/** Somebody's sound on its way to our ears. */
export type Voice = { readonly id: string; readonly stream: MediaStream; readonly percent: number };

export type SoundGraph = {
  /** Exactly these voices, and so. */
  play(voices: readonly Voice[], choice: SoundChoice): void;
  isRunning(): boolean;
  /** Before the first click a browser may refuse: then nothing happens. */
  resume(): void;
  close(): void;
};

/** Each voice → its volume → together → equaliser → left and right → limiter → speaker. A remote stream flows into it only while a media element has it too (Chromium); that one is silent then. */
export const openSoundGraph = async (onChange: () => void): Promise<SoundGraph> => {
  const context = new AudioContext({ latencyHint: "balanced" });
  const { entrance, exit } = await openLimiter(context);
  const speaker = openSpeaker(context, exit);
  const together = new GainNode(context, { channelCountMode: "explicit" });
  const sides = openSides(context, entrance);
  const equaliser = openEqualiser(context, together, sides.entrance);
  const voices = openVoices(context, together);
  context.addEventListener("statechange", onChange);
  return {
    play: (heard, choice) => {
      voices.set(heard);
      together.channelCount = choice.isMono ? 1 : 2;
      equaliser.set(choice.preset);
      sides.set(choice.balance);
      speaker.set(choice.speaker);
    },
    isRunning: () => context.state === "running",
    resume: () => void context.resume().catch(() => undefined),
    close: () => {
      context.removeEventListener("statechange", onChange);
      voices.set([]);
      speaker.close();
      void context.close();
    },
  };
};

/** Short enough to seem at once, long enough not to crackle. */
const glideSeconds = 0.02;

/** A gain that goes to a value once: each order stays on the node's own list. */
const openGain = (context: AudioContext, first: number) => {
  const node = new GainNode(context, { gain: first });
  let last = first;
  return {
    node,
    set: (gain: number) => {
      if (gain === last) return;
      last = gain;
      node.gain.setTargetAtTime(gain, context.currentTime, glideSeconds);
    },
  };
};

const openVoices = (context: AudioContext, exit: AudioNode) => {
  const open = new Map<string, { stream: MediaStream; source: AudioNode; volume: ReturnType<typeof openGain> }>();
  const close = (id: string) => {
    const voice = open.get(id);
    voice?.source.disconnect();
    voice?.volume.node.disconnect();
    open.delete(id);
  };
  const add = ({ id, stream, percent }: Voice) => {
    const source = context.createMediaStreamSource(stream);
    const volume = openGain(context, percent / 100);
    source.connect(volume.node).connect(exit);
    open.set(id, { stream, source, volume });
  };
  return {
    set: (voices: readonly Voice[]) => {
      for (const [id, { stream }] of open)
        if (!voices.some((voice) => voice.id === id && voice.stream === stream)) close(id);
      for (const voice of voices) {
        const known = open.get(voice.id);
        if (known) known.volume.set(voice.percent / 100);
        else add(voice);
      }
    },
  };
};

const openEqualiser = (context: AudioContext, entrance: AudioNode, exit: AudioNode) => {
  let preset: Preset | null = null;
  let filters: AudioNode[] = [];
  return {
    set: (wanted: Preset) => {
      if (wanted === preset) return;
      preset = wanted;
      entrance.disconnect();
      for (const filter of filters) filter.disconnect();
      filters = filtersOf[wanted].map((filter) => new BiquadFilterNode(context, filter));
      [...filters, exit].reduce((before, next) => before.connect(next), entrance);
    },
  };
};

/** Whatever comes in has two sides from here on: one voice is in both. */
const openSides = (context: AudioContext, exit: AudioNode) => {
  const entrance = new GainNode(context, { channelCount: 2, channelCountMode: "explicit" });
  const splitter = new ChannelSplitterNode(context, { numberOfOutputs: 2 });
  const merger = new ChannelMergerNode(context, { numberOfInputs: 2 });
  const left = openGain(context, 1);
  const right = openGain(context, 1);
  entrance.connect(splitter);
  splitter.connect(left.node, 0).connect(merger, 0, 0);
  splitter.connect(right.node, 1).connect(merger, 0, 1);
  merger.connect(exit);
  return {
    entrance,
    set: (balance: number) => {
      const gains = gainsOf(balance);
      left.set(gains.left);
      right.set(gains.right);
    },
  };
};
