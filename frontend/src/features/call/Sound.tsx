import { useEffect, useRef } from "preact/hooks";

interface SoundProps {
  readonly stream: MediaStream;
  /** The browser wants a click first. */
  readonly onBlocked: () => void;
  /** Changes after that click: plays again. */
  readonly attempt: number;
}

export const Sound = ({ stream, onBlocked, attempt }: SoundProps) => {
  const element = useRef<HTMLAudioElement>(null);
  // A new attempt plays again.
  useEffect(() => {
    const audio = element.current;
    if (!audio) return;
    if (audio.srcObject !== stream) audio.srcObject = stream;
    audio.play().catch((fault: unknown) => {
      if (fault instanceof DOMException && fault.name === "NotAllowedError") onBlocked();
    });
  }, [stream, attempt]);
  // biome-ignore lint/a11y/useMediaCaption: a live voice; captions are a matter of the call, not of the element.
  return <audio ref={element} autoplay />;
};
