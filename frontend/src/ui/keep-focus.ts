/** After a click that may take away what had the focus: the page's heading takes it then, so that a keyboard does not start all over
    (WCAG 2.4.3). Waits until the page is drawn anew. Whoever tabs on meanwhile, past the last stop perhaps, is not called back. */
export const keepFocus = (): void => {
  let hasMoved = false;
  const onKey = ({ key }: KeyboardEvent) => {
    hasMoved ||= key === "Tab";
  };
  addEventListener("keydown", onKey, true);
  setTimeout(() => {
    removeEventListener("keydown", onKey, true);
    const isLost = !document.activeElement || document.activeElement === document.body;
    if (isLost && !hasMoved) document.querySelector<HTMLElement>("main h1")?.focus({ preventScroll: true });
  }, 100);
};
