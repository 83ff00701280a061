import { useLayoutEffect, useRef } from "preact/hooks";
import { isInterpreterKey } from "./interpreter-key.rules.js";

/** Works wherever the focus is on the page, but not from under a dialog. */
export const useInterpreterKey = (act: () => void): void => {
  const latest = useRef(act);
  latest.current = act;
  // From the moment the button is drawn.
  useLayoutEffect(() => {
    const down = (event: KeyboardEvent) => {
      if (!isInterpreterKey(event)) return;
      event.preventDefault();
      if (!event.repeat && !document.querySelector("dialog[open]")) latest.current();
    };
    window.addEventListener("keydown", down);
    return () => window.removeEventListener("keydown", down);
  }, []);
};
