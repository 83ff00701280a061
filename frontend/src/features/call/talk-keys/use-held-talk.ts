import { useCallback, useEffect, useMemo, useState } from "preact/hooks";
import type { OwnMedia } from "../stage/use-local-media.js";
import { followWish } from "./follow-wish.js";

export interface HeldTalk {
  readonly isHeld: boolean;
  /** Nothing happens while the microphone is on already. */
  readonly hold: () => void;
  readonly letGo: () => void;
}

/** Talking for as long as something is held. Whatever takes the page away (another window, a locked screen) lets go too: nobody must be heard unaware. */
export const useHeldTalk = ({ media }: OwnMedia): HeldTalk => {
  const [isHeld, setHeld] = useState(false);
  const wish = useMemo(
    () =>
      followWish(async (isOn) => {
        if (media?.isOn("audio") !== isOn) await media?.setOn("audio", isOn);
      }),
    [media],
  );
  const hold = useCallback(() => {
    if (!media || media.isOn("audio")) return;
    setHeld(true);
    wish(true);
  }, [media, wish]);
  const letGo = useCallback(() => setHeld(false), []);
  useEffect(() => {
    if (!isHeld) return;
    const away = () => document.hidden && letGo();
    window.addEventListener("blur", letGo);
    document.addEventListener("visibilitychange", away);
    return () => {
      window.removeEventListener("blur", letGo);
      document.removeEventListener("visibilitychange", away);
      wish(false);
    };
  }, [isHeld, wish, letGo]);
  return { isHeld, hold, letGo };
};
