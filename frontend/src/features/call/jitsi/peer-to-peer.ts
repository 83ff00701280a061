import type { BrowserOfLibrary, Conference, Library } from "./lib-jitsi-meet.js";

/** The npm build refuses calls from browser to browser in Firefox and Safari, though it can carry them; upstream has dropped that
    ban since. Its two gates are shown another browser here, and only while they ask: all the rest must know which one it is. */
export const liftPeerToPeerBan = (library: Library, conference: Conference): void => {
  const browser = library.util?.browser;
  if (library.createLocalTracksFromMediaStreams || !browser) return;
  around(conference, ["_maybeStartOrStopP2P", "_onIncomingCallP2P"], (go) => {
    disguise(browser);
    try {
      return go();
    } finally {
      unmask(browser);
    }
  });
  // What both ask right after the browser.
  around(conference, ["isE2EEEnabled", "_shouldBeInP2PMode"], (go) => {
    unmask(browser);
    return go();
  });
};

const disguise = (browser: BrowserOfLibrary): void => {
  browser.isFirefox = () => false;
  browser.isWebKitBased = () => false;
};

/** The class's own methods come back. */
const unmask = (browser: BrowserOfLibrary): void => {
  delete browser.isFirefox;
  delete browser.isWebKitBased;
};

type Methods = Record<string, ((...values: unknown[]) => unknown) | undefined>;

const around = (conference: Conference, names: readonly string[], run: (go: () => unknown) => unknown): void => {
  const methods = conference as unknown as Methods;
  for (const name of names) {
    const method = methods[name];
    if (method) methods[name] = (...values) => run(() => method.apply(conference, values));
  }
};
