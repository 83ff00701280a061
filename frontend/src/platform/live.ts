export interface LiveOptions {
  readonly url: string;
  /** By event name. The first event after a connect is a whole snapshot, which replaces what was known before. */
  readonly on: Readonly<Record<string, (told: never) => void>>;
  /** Told at each change. After `true` the server sends a fresh snapshot by itself. */
  readonly onConnected?: (isConnected: boolean) => void;
  /** The server answered something else than a stream (401, 403, 404): asking by a plain request tells why. */
  readonly onRefused?: () => void;
}

const firstDelay = 500;
const longestDelay = 15_000;

/** A stream of server-sent events that stays: reconnects with a growing, jittered delay, closes while the page is put away,
    and opens at once when the page or the connection returns. Answers a function that ends it. */
export const openLive = (options: LiveOptions): (() => void) => {
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let delay = firstDelay;
  let isConnected = false;

  const tell = (now: boolean) => {
    if (now !== isConnected) options.onConnected?.(now);
    isConnected = now;
  };
  const close = () => {
    clearTimeout(timer);
    source?.close();
    source = null;
    tell(false);
  };
  const retry = () => {
    close();
    timer = setTimeout(open, delay * (0.5 + Math.random()));
    delay = Math.min(delay * 2, longestDelay);
  };
  const open = () => {
    close();
    source = listen(options, {
      opened: () => {
        delay = firstDelay;
        tell(true);
      },
      failed: retry,
    });
  };
  const reopen = () => {
    if (!isConnected) open();
  };

  addEventListener("pagehide", close);
  addEventListener("pageshow", reopen);
  addEventListener("online", reopen);
  // A stream over a network that is gone hears of it minutes later; the browser knows at once.
  addEventListener("offline", retry);
  open();
  return () => {
    removeEventListener("pagehide", close);
    removeEventListener("pageshow", reopen);
    removeEventListener("online", reopen);
    removeEventListener("offline", retry);
    close();
  };
};

function listen(options: LiveOptions, told: { opened(): void; failed(): void }): EventSource {
  const source = new EventSource(options.url);
  source.onopen = told.opened;
  source.onerror = () => {
    // CLOSED at the first error means an answer that is no stream; else the line broke.
    if (source.readyState === EventSource.CLOSED) options.onRefused?.();
    told.failed();
  };
  for (const [name, take] of Object.entries(options.on))
    source.addEventListener(name, (event: MessageEvent<string>) => take(JSON.parse(event.data) as never));
  return source;
}
