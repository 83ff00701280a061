/** -0.45 dB of full scale: what the sound card makes between two samples may be a little higher than both. */
export const ceiling = 0.95;
const lookAheadSeconds = 0.005;
const releaseSeconds = 0.15;

/** Samples of each channel, as Web Audio hands them over. */
export type Channels = readonly Float32Array[];

/** A limiter that never clips: it sees a peak 5 ms before it is heard and turns down in time, without flattening the wave. Below the ceiling nothing changes but those 5 ms. All channels are turned down together, so
    that nobody seems to move.

    The gain that a peak allows is held for the look-ahead (a sliding minimum), goes up again slowly, and is then averaged over the look-ahead: an average of values of which each is low enough for the sample that comes out. */
export const createLimiter = (sampleRate: number) => {
  const ahead = Math.max(1, Math.round(lookAheadSeconds * sampleRate));
  const release = 1 - Math.exp(-1 / (releaseSeconds * sampleRate));
  const least = slidingMinimum(ahead + 1);
  const average = slidingAverage(ahead + 1);
  const delayed = [new Float32Array(ahead), new Float32Array(ahead)];
  let place = 0;
  let gain = 1;
  return (inputs: Channels, outputs: Channels): void => {
    const length = outputs[0]?.length ?? 0;
    for (let index = 0; index < length; index++) {
      const allowed = least(allowedBy(peakAt(inputs, index)));
      gain = Math.min(allowed, gain + (1 - gain) * release);
      const now = average(gain);
      for (let channel = 0; channel < outputs.length; channel++) {
        const line = delayed[channel];
        const output = outputs[channel];
        if (!line || !output) continue;
        const sample = (line[place] ?? 0) * now;
        // For the last bit of rounding.
        output[index] = Math.max(-ceiling, Math.min(ceiling, sample));
        // What is no number would stay for good.
        line[place] = inputs[channel]?.[index] || 0;
      }
      place = place + 1 === ahead ? 0 : place + 1;
    }
  };
};

const allowedBy = (peak: number): number => (peak > ceiling ? ceiling / peak : 1);

const peakAt = (inputs: Channels, index: number): number => {
  let peak = 0;
  for (const input of inputs) peak = Math.max(peak, Math.abs(input[index] || 0));
  return peak;
};

/** The least of the last `size` values: only those are kept that can still become it. */
const slidingMinimum = (size: number): ((value: number) => number) => {
  const values = new Float64Array(size);
  const times = new Float64Array(size);
  let first = 0;
  let count = 0;
  let time = 0;
  return (value) => {
    while (count > 0 && (values[(first + count - 1) % size] ?? 0) >= value) count--;
    if (count > 0 && (times[first] ?? 0) <= time - size) {
      first = (first + 1) % size;
      count--;
    }
    const last = (first + count) % size;
    values[last] = value;
    times[last] = time++;
    count++;
    return values[first] ?? 1;
  };
};

const slidingAverage = (size: number): ((value: number) => number) => {
  const values = new Float64Array(size).fill(1);
  let sum = size;
  let place = 0;
  return (value) => {
    sum += value - (values[place] ?? 0);
    values[place] = value;
    place = place + 1 === size ? 0 : place + 1;
    return sum / size;
  };
};
