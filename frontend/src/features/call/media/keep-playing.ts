import { watchReturn } from "./watch-return.js";

/** An audio or video element, as far as playing goes. */
export type Playable = Pick<
  HTMLMediaElement,
  "paused" | "srcObject" | "play" | "addEventListener" | "removeEventListener"
>;

interface KeepPlaying {
  /** The browser wants a click or a touch first. */
  readonly onRefused?: () => void;
  readonly returns?: (tell: () => void) => () => void;
  /** Where people click, touch and type. */
  readonly touched?: Pick<EventTarget, "addEventListener" | "removeEventListener">;
  readonly later?: (act: () => void) => void;
}

const touches = ["pointerup", "keyup"] as const;

/** A live picture or voice is never meant to stand still, yet browsers pause it: Safari during a telephone call, when its small window (picture-in-picture) is closed or the sound goes
    another way; a phone that saves its battery, until it is touched. It plays on as soon as it may. Answers how to stop. */
export const keepPlaying = (
  element: Playable,
  { onRefused, returns = watchReturn, touched = document, later = aMomentLater }: KeepPlaying = {},
): (() => void) => {
  let isGone = false;
  const play = () => {
    if (isGone || !element.srcObject || !element.paused) return;
    element.play().catch((fault: unknown) => {
      // A play cut short by the next stream is no fault.
      if (!isGone && fault instanceof DOMException && fault.name === "NotAllowedError") onRefused?.();
    });
  };
  // Not within the pause itself: what made it may not be over.
  const paused = () => later(play);
  element.addEventListener("pause", paused);
  for (const name of touches) touched.addEventListener(name, play);
  const stopReturns = returns(play);
  return () => {
    isGone = true;
    element.removeEventListener("pause", paused);
    for (const name of touches) touched.removeEventListener(name, play);
    stopReturns();
  };
};

const aMomentLater = (act: () => void) => void setTimeout(act, 250);
