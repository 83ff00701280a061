import type { Seeing, Wishes } from "../call.js";

/** How the picture of this person is sent. `isActive` null: not ours to decide. */
export type Sending = {
  readonly hint: "" | "motion" | "detail";
  readonly preference: "maintain-framerate" | "maintain-resolution";
  readonly framesPerSecond: number | null;
  readonly isActive: boolean | null;
};

const plain: Sending = {
  hint: "",
  preference: "maintain-framerate",
  framesPerSecond: null,
  isActive: null,
};

const signing: Sending = { ...plain, hint: "motion", framesPerSecond: 30 };
const screen: Sending = { ...plain, hint: "detail", preference: "maintain-resolution" };

/** A picture that is stopped on a poor line would go on filling it for a minute, for the browser sends again whatever the other end misses of it. A picture of the other kind, camera or
    screen, is a new stream to Chromium (WebRtcVideoSendChannel::SetVideoSend, RecreateWebRtcStream), of which nothing is missed. */
const forgotten = ({ hint }: Sending): Sending["hint"] => (hint === screen.hint ? "motion" : screen.hint);

type Asked = {
  readonly isScreen: boolean;
  readonly hasBridge: boolean;
  readonly own: Wishes;
  readonly others: readonly Wishes[];
};

/** A screen stays sharp; hands keep moving, and lose sharpness first. Without a bridge, a picture that nobody wants is not sent;
    a bridge is told by each who does not want it. */
export const sendingFor = ({ isScreen, hasBridge, own, others }: Asked): Sending => {
  const sending = isScreen ? screen : doesAnybodySign(own, others) ? signing : plain;
  if (hasBridge) return sending;
  const isUnwanted = others.length > 0 && others.every((other) => !other.hasPictures);
  const isActive = !isUnwanted && sendsPictures({ hasBridge, own, others });
  return isActive ? { ...sending, isActive } : { ...sending, hint: forgotten(sending), isActive };
};

/** Whether the line's having none stops ours: a bridge chooses itself what it passes on, and who follows sign language keeps the
    picture, whatever the line, for it is their voice. */
export const sendsPictures = ({ hasBridge, own, others }: Omit<Asked, "isScreen">): boolean =>
  hasBridge || own.sendsPictures || doesAnybodySign(own, others);

const doesAnybodySign = (own: Wishes, others: readonly Wishes[]): boolean =>
  [own, ...others].some(({ isSigning }) => isSigning);

/** As the library does of itself. */
export const isPlain = ({ hint, isActive }: Sending): boolean => hint === "" && isActive !== false;

/** The most lines of a picture that a bridge should pass on: enough for a face, all there are of a screen, or none. */
export const linesWished = (own: Wishes, others: readonly Seeing[]): number => {
  if (!own.hasPictures) return 0;
  return others.some(({ isSharing }) => isSharing) ? 2160 : 720;
};
