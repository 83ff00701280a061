import type { Library } from "./lib-jitsi-meet.js";

declare global {
  interface Window {
    JitsiMeetJS?: Library;
  }
}

const address = "/libs/lib-jitsi-meet.min.js";
let loading: Promise<Library> | undefined;
let loaded: Library | undefined;

/** Ready to use this very moment, or not. */
export const loadedLibrary = (): Library | undefined => loaded;

/** Loads the library once per page; a failure may be tried again. Call it early, in the waiting room. */
export const loadLibrary = (): Promise<Library> => {
  loading ??= load().catch((fault: unknown) => {
    loading = undefined;
    throw fault;
  });
  return loading;
};

const load = async (): Promise<Library> => {
  if (!window.JitsiMeetJS) await addScript();
  const library = window.JitsiMeetJS;
  if (!library) throw new Error(`${address} did not bring the library`);
  // Its log would name people and tokens in the browser's console.
  library.setLogLevel(library.logLevels["ERROR"] ?? "error");
  library.init({ disableThirdPartyRequests: true, enableAnalyticsLogging: false, disableAudioLevels: true });
  loaded = library;
  return library;
};

const addScript = (): Promise<void> =>
  new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = () => resolve();
    script.onerror = () => {
      script.remove();
      reject(new Error(`${address} could not be loaded`));
    };
    document.head.append(script);
  });

/** Fetches the library ahead of need; a failure shows when it is needed. */
export const preloadCall = (): void => void loadLibrary().catch(() => undefined);
