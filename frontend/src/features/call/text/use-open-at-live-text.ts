import { useEffect, useRef } from "preact/hooks";
import type { TextState } from "./text.state.js";

/** Whoever is written to while the other types must see it: the chat opens, once in a call. */
export const useOpenAtLiveText = (live: TextState["live"], setOpen: (isOpen: boolean) => void): void => {
  const hasOpened = useRef(false);
  const isWritten = Object.values(live).some(({ text }) => text !== "");
  useEffect(() => {
    if (!isWritten || hasOpened.current) return;
    hasOpened.current = true;
    setOpen(true);
  }, [isWritten]);
};
