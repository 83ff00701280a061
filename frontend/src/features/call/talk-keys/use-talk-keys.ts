import { useLayoutEffect, useRef } from "preact/hooks";
import { endsTalk, talkKey } from "./talk-keys.rules.js";

interface TalkActions {
  readonly turn: () => void;
  readonly hold: () => void;
  readonly letGo: () => void;
}

/** The keys work wherever the focus is on the page. */
export const useTalkKeys = (actions: TalkActions): void => {
  const latest = useRef(actions);
  latest.current = actions;
  // From the moment the button is drawn.
  useLayoutEffect(() => {
    const down = (event: KeyboardEvent) => {
      const meaning = talkKey(event);
      if (!meaning) return;
      event.preventDefault();
      if (event.repeat) return;
      if (meaning === "turn") latest.current.turn();
      else latest.current.hold();
    };
    const up = (event: KeyboardEvent) => endsTalk(event) && latest.current.letGo();
    window.addEventListener("keydown", down);
    window.addEventListener("keyup", up);
    return () => {
      window.removeEventListener("keydown", down);
      window.removeEventListener("keyup", up);
    };
  }, []);
};
