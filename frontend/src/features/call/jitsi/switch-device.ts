import type { MediaKind } from "../call.js";
import { chosenDevices } from "../media/device-shelf.js";
import { stopStream } from "../media/open-devices.js";
import { changeDevice } from "./change-device.js";
import type { Library, LocalTrack } from "./lib-jitsi-meet.js";
import type { Tracks } from "./local-media.js";
import { openTracks } from "./open-tracks.js";

/** By itself: a camera that was switched off has no stream at all. */
export const hasEnded = (track: LocalTrack): boolean =>
  track.getOriginalStream()?.getTracks()[0]?.readyState === "ended";

export const switchOn = async (library: Library, tracks: Tracks, kind: MediaKind, isOn: boolean): Promise<void> => {
  const track = tracks.all.get(kind);
  if (!isOn) {
    tracks.wanted.delete(kind);
    return track?.mute();
  }
  tracks.wanted.add(kind);
  if (track && !hasEnded(track)) return unmute(tracks, track);
  return openAnew(library, tracks, kind);
};

/** The library opens the camera anew for it, and does not see that the call ended meanwhile. */
const unmute = async ({ seeing }: Tracks, track: LocalTrack): Promise<void> => {
  try {
    await track.unmute();
  } finally {
    if (seeing.isGone) stopStream(track.getOriginalStream());
  }
};

/** The chosen one, or else any. */
export const openAnew = async (library: Library, tracks: Tracks, kind: MediaKind): Promise<void> => {
  const { microphone, camera } = chosenDevices();
  const chosen = (kind === "audio" ? microphone : camera) || "";
  if (!tracks.all.has(kind)) return openFirst(library, tracks, kind, chosen);
  if (!chosen) return changeDevice(library, tracks, kind, "");
  await changeDevice(library, tracks, kind, chosen).catch(() => changeDevice(library, tracks, kind, ""));
};

/** A question of the browser may stand for long. Whoever put it aside is asked again by a second opening only, so both may be answered. */
const openFirst = async (library: Library, tracks: Tracks, kind: MediaKind, id: string): Promise<void> => {
  const isNeeded = () => !tracks.seeing.isGone && tracks.wanted.has(kind) && !tracks.all.has(kind);
  const opening = openTracks(library, [kind], { microphone: id || undefined, camera: id || undefined });
  const [added] = await opening.catch((fault: unknown) => {
    if (isNeeded()) throw fault;
    return [];
  });
  if (!added) return;
  if (!isNeeded()) return added.dispose();
  tracks.all.set(kind, added);
  for (const listener of tracks.onAdded) listener(added);
};
