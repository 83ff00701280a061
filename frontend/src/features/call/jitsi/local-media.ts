import type { LocalMedia, MediaKind } from "../call.js";
import { chosenDevices } from "../media/device-shelf.js";
import { type DeviceChoice, openDevices, stopStream } from "../media/open-devices.js";
import { changeDevice } from "./change-device.js";
import type { Library, LocalTrack } from "./lib-jitsi-meet.js";
import { loadLibrary } from "./load-library.js";
import { newOwnSeeing, type OwnSeeing, seeingOf } from "./screen.js";

const tracksOf = new WeakMap<LocalMedia, Tracks>();

export type Tracks = {
  readonly seeing: OwnSeeing;
  readonly all: Map<MediaKind, LocalTrack>;
  /** Told of a track that did not exist when the call began, and of the one whose place it takes. */
  readonly onAdded: Set<(track: LocalTrack, before?: LocalTrack) => unknown>;
};

/** Only for the call itself. */
export const localTracks = (media: LocalMedia): Tracks => {
  const tracks = tracksOf.get(media);
  if (!tracks) throw new Error("not made by prepareMedia");
  return tracks;
};

/** Opens what was chosen, in one go where the library can only open by itself. */
export const prepareChosen = async (choice: DeviceChoice): Promise<LocalMedia> => {
  const library = await loadLibrary();
  const own = library.createLocalTracksFromMediaStreams ? null : await openByLibrary(library, choice).catch(() => null);
  return own ? ready(library, own) : prepareMedia((await openDevices(choice)).stream);
};

const openByLibrary = async (library: Library, { microphone, camera }: DeviceChoice): Promise<LocalTrack[]> => {
  const devices = [...(microphone === null ? [] : ["audio"]), ...(camera === null ? [] : ["video"])];
  if (devices.length === 0) return [];
  const ids = { micDeviceId: microphone || undefined, cameraDeviceId: camera || undefined };
  return library.createLocalTracks({ devices, resolution: 720, ...ids });
};

/** Makes what the device check opened ready to be sent. Owns the stream from here on: do not stop it elsewhere. */
export const prepareMedia = async (opened: MediaStream): Promise<LocalMedia> => {
  const library = await loadLibrary();
  try {
    return ready(library, await takeOver(library, opened));
  } catch (fault) {
    stopStream(opened);
    throw fault;
  }
};

const ready = (library: Library, opened: readonly LocalTrack[]): LocalMedia => {
  const tracks: Tracks = { all: new Map(), onAdded: new Set(), seeing: newOwnSeeing() };
  for (const track of opened) tracks.all.set(track.getType(), track);
  const media = mediaOf(library, tracks);
  tracksOf.set(media, tracks);
  return media;
};

const takeOver = async (library: Library, opened: MediaStream): Promise<LocalTrack[]> => {
  const sources = opened.getTracks();
  if (sources.length === 0) return [];
  if (library.createLocalTracksFromMediaStreams)
    return library.createLocalTracksFromMediaStreams(sources.map(sourceOf));
  // The npm build opens devices only by itself; the second opening is silent, since permission is there.
  const options = openOptions(sources);
  for (const source of sources) source.stop();
  return library.createLocalTracks(options);
};

const sourceOf = (track: MediaStreamTrack): object => ({
  stream: new MediaStream([track]),
  sourceType: "camera",
  mediaType: track.kind,
  ...(track.kind === "video" ? { videoType: "camera", constraints: hd } : {}),
});

/** Chromium gives a mere wish back as a bare number; the current library does not know it so, and then fails without these. */
const hd = { width: { ideal: 1280 }, height: { ideal: 720 } };

const openOptions = (sources: readonly MediaStreamTrack[]): object => {
  const deviceOf = (kind: MediaKind) => sources.find((source) => source.kind === kind)?.getSettings().deviceId;
  return {
    devices: sources.map((source) => source.kind),
    micDeviceId: deviceOf("audio"),
    cameraDeviceId: deviceOf("video"),
    resolution: 720,
  };
};

const mediaOf = (library: Library, tracks: Tracks): LocalMedia => {
  const listeners = new Set<() => void>();
  const changed = () => {
    for (const listener of listeners) listener();
  };
  return {
    isOn: (kind) => tracks.all.get(kind)?.isMuted() === false,
    stream: (kind) => tracks.all.get(kind)?.getOriginalStream() ?? null,
    setOn: async (kind, isOn) => {
      await setOn(library, tracks, kind, isOn);
      changed();
    },
    ...seeingOf(library, tracks, changed),
    change: async (kind, deviceId) => {
      await changeDevice(library, tracks, kind, deviceId);
      changed();
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispose: () => {
      for (const track of tracks.all.values()) void track.dispose();
      tracks.seeing.dispose();
      tracks.all.clear();
    },
  };
};

const setOn = async (library: Library, tracks: Tracks, kind: MediaKind, isOn: boolean): Promise<void> => {
  const track = tracks.all.get(kind);
  if (track) return isOn ? track.unmute() : track.mute();
  if (!isOn) return;
  const { microphone, camera } = chosenDevices();
  const ids = { micDeviceId: microphone || undefined, cameraDeviceId: camera || undefined };
  const [added] = await library.createLocalTracks({ devices: [kind], resolution: 720, ...ids });
  if (!added) return;
  tracks.all.set(kind, added);
  for (const listener of tracks.onAdded) listener(added);
};
