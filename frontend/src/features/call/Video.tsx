import { useEffect, useRef } from "preact/hooks";
import { keepPlaying } from "./media/keep-playing.js";

interface VideoProps {
  readonly stream: MediaStream | null;
  readonly label: string;
  /** As in a mirror: people know themselves so. */
  readonly isMirrored?: boolean;
}

/** A moving picture without sound: sound has an element of its own, so that it goes on when the picture stops. */
export const Video = ({ stream, label, isMirrored }: VideoProps) => {
  const element = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const video = element.current;
    if (!video || video.srcObject === stream) return;
    video.srcObject = stream;
    // Muted video may play, but for a phone that saves its battery; a play cut short by the next stream is no fault.
    if (stream) void video.play().catch(() => undefined);
  }, [stream]);
  useEffect(() => (element.current ? keepPlaying(element.current) : undefined), []);
  return (
    <video
      ref={element}
      class={`call-video ${isMirrored ? "call-video--mirrored" : ""}`}
      aria-label={label}
      autoplay
      playsInline
      muted
    />
  );
};
