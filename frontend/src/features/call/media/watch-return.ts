/** The browser as far as it tells of coming and going; tests bring their own. */
export interface Surroundings {
  readonly window: Pick<EventTarget, "addEventListener" | "removeEventListener">;
  readonly document: Pick<EventTarget, "addEventListener" | "removeEventListener"> & { readonly hidden: boolean };
  /** The kind of network; only some browsers tell. */
  readonly connection?: Pick<EventTarget, "addEventListener" | "removeEventListener"> | undefined;
  readonly now: () => number;
  /** Again and again; answers how to stop. */
  readonly every: (milliseconds: number, act: () => void) => () => void;
}

const tickMs = 1000;
/** A busy page is late by a second or two; a machine that slept, or a phone that held the page still, by more. */
const sleptMs = 5000;

/** Tells when this page may have missed something: it was hidden, put away or held still (a telephone call, sleep), or the network has changed. Answers how to stop. */
export const watchReturn = (tell: () => void, around: Surroundings = browser()): (() => void) => {
  let seenAt = around.now();
  const tick = () => {
    const at = around.now();
    if (at - seenAt > tickMs + sleptMs) tell();
    seenAt = at;
  };
  const shown = () => around.document.hidden || tell();
  const stopTicking = around.every(tickMs, tick);
  const heard = [
    [around.document, "visibilitychange", shown],
    [around.window, "pageshow", tell],
    [around.window, "online", tell],
    [around.connection, "change", tell],
  ] as const;
  for (const [source, name, act] of heard) source?.addEventListener(name, act);
  return () => {
    stopTicking();
    for (const [source, name, act] of heard) source?.removeEventListener(name, act);
  };
};

const browser = (): Surroundings => ({
  window,
  document,
  connection: (navigator as Navigator & { readonly connection?: EventTarget }).connection,
  now: () => Date.now(),
  every: (milliseconds, act) => {
    const timer = setInterval(act, milliseconds);
    return () => clearInterval(timer);
  },
});
