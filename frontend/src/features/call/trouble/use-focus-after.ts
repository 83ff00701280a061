import { useEffect } from "preact/hooks";
import { keepFocus } from "../../../ui/keep-focus.js";

/** A trouble goes some time after the press that mended it. Whoever has the focus elsewhere keeps it. */
export const useFocusAfter = (): void =>
  useEffect(
    () => () => {
      if (document.activeElement !== document.body) keepFocus();
    },
    [],
  );
