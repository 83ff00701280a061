import { browserShelf } from "../../platform/storage.js";
import { wipeCookies } from "./kiosk.api.js";

/** Somebody began here, and the cookies have not been taken away yet. Says nothing about who. */
export const begun = browserShelf<true>("kiosk-begun");
let isWiped = false;

/** Everything goes, also what stands in the page's own memory: it is loaded anew, in the place of this entry of the history. */
export const wipe = async (): Promise<void> => {
  const isDone = await wipeCookies(false).then(
    () => true,
    () => false,
  );
  forgetHere(isDone);
  isWiped = true;
  history.replaceState(null, "", "/kiosk");
  location.replace("/kiosk");
};

/** Whatever way the page goes (closed, reloaded, another address): at once, for nobody waits. */
export const wipeLeaving = (): void => {
  if (isWiped) return;
  forgetHere(false);
  // What Back might show again for a moment.
  document.getElementById("app")?.replaceChildren();
  void wipeCookies(true).catch(() => undefined);
};

/** What the last visitor's page could not finish, such as at a power cut: before the next one begins. */
export const wipeWhatWasLeft = (): void => {
  if (begun.read() !== true) return;
  forgetHere(false);
  void wipeCookies(false).then(
    () => begun.clear(),
    () => undefined,
  );
};

const forgetHere = (areCookiesGone: boolean): void => {
  for (const storage of [() => localStorage, () => sessionStorage]) {
    try {
      storage().clear();
    } catch {
      // A browser that forbids storage has kept nothing.
    }
  }
  if (!areCookiesGone) begun.write(true);
};
