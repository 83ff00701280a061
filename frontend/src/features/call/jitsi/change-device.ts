import type { MediaKind } from "../call.js";
import type { Library } from "./lib-jitsi-meet.js";
import type { Tracks } from "./local-media.js";
import { openTracks } from "./open-tracks.js";

/** Opens first and lets go afterwards: when the new device can't be had, the old one goes on. Without an old one nothing is opened: the next switching on takes what was chosen. */
export const changeDevice = async (
  library: Library,
  tracks: Tracks,
  kind: MediaKind,
  deviceId: string,
): Promise<void> => {
  const before = tracks.all.get(kind);
  if (!before) return;
  const id = demand(library, deviceId);
  const [opened] = await openTracks(library, [kind], { microphone: id, camera: id });
  if (!opened) throw new Error("the library opened nothing");
  // Meanwhile somebody hung up, or chose once more.
  if (tracks.all.get(kind) !== before) return opened.dispose();
  if (!tracks.wanted.has(kind)) await opened.mute();
  tracks.all.set(kind, opened);
  await Promise.all([...tracks.onAdded].map((place) => place(opened, before)));
  await before.dispose();
};

/** The npm build hands the number on as a mere wish, which Chromium may pass over; the current one makes the demand itself. */
const demand = (library: Library, deviceId: string): string | { readonly exact: string } | undefined => {
  if (!deviceId) return undefined;
  return library.createLocalTracksFromMediaStreams ? deviceId : { exact: deviceId };
};
