import { fullPace, nextPace } from "../seeing/pace.rules.js";

const roundMs = 2000;

/** While `senders` has any, looks every two seconds whether they keep pace; `onScale` is told when the picture should be sent in another
    size. Returns how to stop. */
export const keepPace = (senders: () => RTCRtpSender[], onScale: (scale: number) => void): (() => void) => {
  let pace = fullPace;
  const look = async () => {
    const [sender] = senders();
    const rates = sender && (await ratesOf(sender));
    const next = rates ? nextPace(pace, rates.sent, rates.camera) : fullPace;
    const isOther = next.scale !== pace.scale;
    pace = next;
    if (isOther) onScale(pace.scale);
  };
  const timer = setInterval(() => void look().catch(() => undefined), roundMs);
  return () => clearInterval(timer);
};

/** null: nothing was sent yet. */
const ratesOf = async (sender: RTCRtpSender): Promise<{ sent: number; camera: number } | null> => {
  let sent: number | undefined;
  let camera = 30;
  for (const report of (await sender.getStats()).values()) {
    if (report.type === "outbound-rtp") sent = report.framesPerSecond;
    if (report.type === "media-source") camera = report.framesPerSecond ?? camera;
  }
  return sent === undefined ? null : { sent, camera };
};
