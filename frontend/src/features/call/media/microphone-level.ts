import { useEffect, useState } from "preact/hooks";

export type MicrophoneLevel = {
  /** 0 to 1, as loud as it sounds. */
  readonly level: number;
  /** Somebody was heard since the microphone was opened. */
  readonly wasHeard: boolean;
};

const silent: MicrophoneLevel = { level: 0, wasHeard: false };
const heardFrom = 0.08;

export const useMicrophoneLevel = (stream: MediaStream | null): MicrophoneLevel => {
  const [now, setNow] = useState(silent);
  useEffect(() => {
    setNow(silent);
    if (!stream?.getAudioTracks().length) return;
    return watchLevel(stream, (level) =>
      setNow((before) => ({ level, wasHeard: before.wasHeard || level > heardFrom })),
    );
  }, [stream]);
  return now;
};

/** Web Audio is there; else sound is played as it comes, and how loud it is can't be told. */
export const canShapeSound = (): boolean => typeof AudioContext === "function";

/** Listening needs no speaker: without one, a context that plays would stand still (Web Audio API, AudioSinkOptions; ignored where unknown). */
const withoutSpeaker = { sinkId: { type: "none" } } as AudioContextOptions;

/** Tells ten times a second how loud it is; returns how to stop. */
export const watchLevel = (stream: MediaStream, tell: (level: number) => void): (() => void) => {
  if (!canShapeSound()) return () => undefined;
  const context = new AudioContext(withoutSpeaker);
  const analyser = context.createAnalyser();
  // Longer than the pause between two looks (171 ms at 48 kHz): a short sound in between counts too.
  analyser.fftSize = 8192;
  context.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  const timer = setInterval(() => {
    // A browser may let it sleep until the page was touched, or when the sound device went away.
    if (context.state !== "running") void context.resume().catch(() => undefined);
    analyser.getFloatTimeDomainData(samples);
    tell(loudness(samples));
  }, 100);
  return () => {
    clearInterval(timer);
    void context.close();
  };
};

/** Root mean square, stretched: speech is seldom above 0.3. */
export const loudness = (samples: Float32Array): number => {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return Math.min(1, Math.sqrt(sum / samples.length) * 3);
};
