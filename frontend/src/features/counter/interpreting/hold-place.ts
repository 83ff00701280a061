import { useLayoutEffect, useRef } from "preact/hooks";

export const titleId = "interpreting-title";

/** What had the focus may go with a step of the search: the part's own heading takes it then, nearer than the page's (see keep-focus). */
export const holdPlace = (): void => {
  setTimeout(() => {
    const isLost = !document.activeElement || document.activeElement === document.body;
    if (isLost) document.getElementById(titleId)?.focus({ preventScroll: true });
  }, 50);
};

/** For what goes with a step: whoever had the focus on it keeps their place. */
export const useHeldPlace = () => {
  const part = useRef<HTMLDivElement>(null);
  // Before the new step is drawn: then it is still known where the focus was.
  useLayoutEffect(
    () => () => {
      if (part.current?.contains(document.activeElement)) holdPlace();
    },
    [],
  );
  return part;
};
