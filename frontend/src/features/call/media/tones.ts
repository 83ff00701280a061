/** Sounds made here: nothing to load, nothing that a content policy must let in. */

/** A soft rising chord of two seconds, for the speaker test. */
export const playTestSound = (): Promise<void> => playTones([440, 554, 659, 880], 0.45);

/** Two short notes: somebody arrived, or it is your turn. */
export const playChime = (): Promise<void> => playTones([659, 880], 0.25);

/** Resolves when it has sounded, or could not: a browser may forbid sound before the first click. */
const playTones = async (frequencies: readonly number[], seconds: number): Promise<void> => {
  const context = new AudioContext();
  try {
    await Promise.race([context.resume(), new Promise((resolve) => setTimeout(resolve, 500))]);
    if (context.state !== "running") return;
    const endings = frequencies.map((frequency, index) => playTone(context, frequency, index * seconds, seconds));
    await endings.at(-1);
  } finally {
    void context.close();
  }
};

const playTone = (context: AudioContext, frequency: number, delay: number, seconds: number): Promise<void> => {
  const start = context.currentTime + delay;
  const volume = context.createGain();
  volume.gain.setValueAtTime(0, start);
  volume.gain.linearRampToValueAtTime(0.3, start + 0.03);
  volume.gain.exponentialRampToValueAtTime(0.001, start + seconds);
  const tone = new OscillatorNode(context, { frequency });
  tone.connect(volume).connect(context.destination);
  tone.start(start);
  tone.stop(start + seconds);
  return new Promise((resolve) => {
    tone.onended = () => resolve();
  });
};
