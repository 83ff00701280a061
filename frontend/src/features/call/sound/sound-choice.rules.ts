import { type Preset, presets } from "./equaliser.rules.js";

/** How somebody wants to hear a call; kept on this device. */
export type SoundChoice = {
  /** Percent, for whoever has no volume of their own yet. */
  readonly volume: number;
  readonly preset: Preset;
  readonly isMono: boolean;
  /** -100: left alone. 100: right alone. */
  readonly balance: number;
  /** The browser's own number of a speaker; "": its own choice. */
  readonly speaker: string;
  /** To be told of talking with the microphone off. */
  readonly warnsWhenMuted: boolean;
};

export const plainSound: SoundChoice = {
  volume: 100,
  preset: "plain",
  isMono: false,
  balance: 0,
  speaker: "",
  warnsWhenMuted: true,
};

export const loudestPercent = 300;
/** Silence is for this call alone: kept, it would be a riddle at the next one. */
const softestKeptPercent = 20;

/** What was stored may come from another version, or from anybody with this browser: each value that can't be is ignored. */
export const parseSoundChoice = (stored: unknown): SoundChoice => {
  const kept = (typeof stored === "object" && stored !== null ? stored : {}) as Partial<Record<string, unknown>>;
  const { volume, preset, isMono, balance, speaker, warnsWhenMuted } = kept;
  return {
    volume: isWithin(volume, softestKeptPercent, loudestPercent) ? volume : plainSound.volume,
    preset: presets.find((each) => each === preset) ?? plainSound.preset,
    isMono: typeof isMono === "boolean" ? isMono : plainSound.isMono,
    balance: isWithin(balance, -100, 100) ? balance : plainSound.balance,
    speaker: typeof speaker === "string" && speaker.length <= 200 ? speaker : plainSound.speaker,
    warnsWhenMuted: typeof warnsWhenMuted === "boolean" ? warnsWhenMuted : plainSound.warnsWhenMuted,
  };
};

/** Percent by person. */
export type Volumes = Readonly<Record<string, number>>;

export const parseVolumes = (stored: unknown): Volumes =>
  typeof stored === "object" && stored !== null
    ? Object.fromEntries(Object.entries(stored).filter(([, percent]) => isWithin(percent, 0, loudestPercent)))
    : {};

export const volumeOf = (volumes: Volumes, choice: SoundChoice, userId: string): number =>
  Object.hasOwn(volumes, userId) ? (volumes[userId] ?? choice.volume) : choice.volume;

/** The volume set last is where the next person begins. */
export const afterVolume = (choice: SoundChoice, percent: number): SoundChoice => ({
  ...choice,
  volume: Math.max(softestKeptPercent, Math.min(loudestPercent, percent)),
});

/** Nothing is asked that the browser's plain playing does not do. */
export const isPlain = (choice: SoundChoice, volumes: readonly number[]): boolean =>
  choice.preset === "plain" && !choice.isMono && choice.balance === 0 && volumes.every((percent) => percent === 100);

/** How much of each channel is left. The middle takes nothing away. */
export const gainsOf = (balance: number): { readonly left: number; readonly right: number } => ({
  left: balance > 0 ? 1 - balance / 100 : 1,
  right: balance < 0 ? 1 + balance / 100 : 1,
});

const isWithin = (value: unknown, least: number, most: number): value is number =>
  typeof value === "number" && value >= least && value <= most;
