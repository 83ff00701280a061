/** After a click that may take away what had the focus: the page's heading takes it then, so that a keyboard does not start all over
    (WCAG 2.4.3). Waits until the page is drawn anew. */
export const keepFocus = (): void => {
  setTimeout(() => {
    const isLost = !document.activeElement || document.activeElement === document.body;
    if (isLost) document.querySelector<HTMLElement>("main h1")?.focus({ preventScroll: true });
  }, 100);
};
