export const presets = ["plain", "speech", "high", "low", "phone"] as const;
export type Preset = (typeof presets)[number];

/** One filter of Web Audio (BiquadFilterOptions): frequency in Hz, gain in dB. */
export type Filter = {
  readonly type: "highpass" | "lowpass" | "peaking" | "highshelf" | "lowshelf";
  readonly frequency: number;
  readonly gain?: number;
  readonly Q?: number;
};

/** Two in a row that are flat up to the edge and then fall by 24 dB an octave (Butterworth, fourth order). Web Audio wants the Q of these in dB. */
const steep = (type: "highpass" | "lowpass", frequency: number): Filter[] => [
  { type, frequency, Q: -5.3 },
  { type, frequency, Q: 2.3 },
];

/** `speech`: less of the room, more of where consonants are (2 to 4 kHz). `high`: for who hears high tones badly, as most do with age. `low`: rumble of cars and fans lies below the voice.
    `phone`: the band of a telephone (ITU-T G.712, 300 to 3400 Hz). */
export const filtersOf: Readonly<Record<Preset, readonly Filter[]>> = {
  plain: [],
  speech: [
    { type: "highpass", frequency: 120, Q: -3 },
    { type: "lowshelf", frequency: 300, gain: -4 },
    { type: "peaking", frequency: 2800, gain: 7, Q: 0.8 },
  ],
  high: [{ type: "highshelf", frequency: 2000, gain: 10 }],
  low: steep("highpass", 180),
  phone: [...steep("highpass", 300), ...steep("lowpass", 3400)],
};
