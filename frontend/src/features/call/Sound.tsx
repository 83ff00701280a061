import { useEffect, useRef } from "preact/hooks";
import { keepPlaying } from "./media/keep-playing.js";
import { sendTo, type WithSpeaker } from "./sound/speaker.js";

interface SoundProps {
  readonly stream: MediaStream;
  /** The browser wants a click first. */
  readonly onBlocked: () => void;
  readonly onPlays: () => void;
  /** Changes after that click: plays again. */
  readonly attempt: number;
  /** The graph plays it, or nobody is to hear it: here it only flows. */
  readonly isSilent: boolean;
  readonly percent: number;
  readonly speaker: string;
}

export const Sound = ({ stream, onBlocked, onPlays, attempt, isSilent, percent, speaker }: SoundProps) => {
  const element = useRef<HTMLAudioElement>(null);
  useEffect(() => {
    const audio = element.current;
    if (!audio) return;
    audio.muted = isSilent;
    audio.volume = Math.min(1, percent / 100);
  }, [isSilent, percent]);
  useEffect(() => {
    const audio: WithSpeaker | null = element.current;
    if (audio) void sendTo(audio, speaker);
  }, [speaker]);
  // A new attempt plays again.
  useEffect(() => {
    const audio = element.current;
    if (!audio) return;
    if (audio.srcObject !== stream) audio.srcObject = stream;
    audio.play().catch((fault: unknown) => {
      if (fault instanceof DOMException && fault.name === "NotAllowedError") onBlocked();
    });
  }, [stream, attempt, isSilent]);
  useEffect(() => (element.current ? keepPlaying(element.current, { onRefused: onBlocked }) : undefined), [onBlocked]);
  // biome-ignore lint/a11y/useMediaCaption: a live voice; captions are a matter of the call, not of the element.
  return <audio ref={element} autoplay onPlaying={() => isSilent || onPlays()} />;
};
