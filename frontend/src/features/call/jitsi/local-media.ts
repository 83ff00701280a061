import type { LocalMedia, MediaKind } from "../call.js";
import { cameraConstraints } from "../media/camera-constraints.js";
import { problemOf } from "../media/device-problem.rules.js";
import { type DeviceChoice, type DeviceProblems, openDevices, stopStream } from "../media/open-devices.js";
import { changeDevice } from "./change-device.js";
import type { Library, LocalTrack } from "./lib-jitsi-meet.js";
import { loadLibrary } from "./load-library.js";
import { openTracks } from "./open-tracks.js";
import { newOwnSeeing, type OwnSeeing, seeingOf } from "./screen.js";
import { hasEnded, openAnew, switchOn } from "./switch-device.js";

const tracksOf = new WeakMap<LocalMedia, Tracks>();

export type Tracks = {
  readonly seeing: OwnSeeing;
  readonly all: Map<MediaKind, LocalTrack>;
  /** What is switched on. A camera that ended counts as off with the library, and must not be told from one that was switched off. */
  readonly wanted: Set<MediaKind>;
  problems: DeviceProblems;
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
  if (own) return ready(library, own);
  const { stream, problems } = await openDevices(choice);
  return prepareMedia(stream, problems);
};

const openByLibrary = async (library: Library, { microphone, camera }: DeviceChoice): Promise<LocalTrack[]> => {
  const chosen = { audio: microphone, video: camera };
  const kinds = (["audio", "video"] as const).filter((kind) => chosen[kind] !== null);
  if (kinds.length === 0) return [];
  return openTracks(library, kinds, { microphone: microphone || undefined, camera: camera || undefined });
};

/** Makes what the device check opened ready to be sent. Owns the stream from here on: do not stop it elsewhere. */
export const prepareMedia = async (opened: MediaStream, problems: DeviceProblems = {}): Promise<LocalMedia> => {
  const library = await loadLibrary();
  try {
    return ready(library, await takeOver(library, opened), problems);
  } catch (fault) {
    stopStream(opened);
    throw fault;
  }
};

const ready = (library: Library, opened: readonly LocalTrack[], problems: DeviceProblems = {}): LocalMedia => {
  const wanted = new Set(Object.keys(problems) as MediaKind[]);
  const tracks: Tracks = { all: new Map(), wanted, problems, onAdded: new Set(), seeing: newOwnSeeing() };
  for (const track of opened) {
    tracks.all.set(track.getType(), track);
    wanted.add(track.getType());
  }
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
  const deviceOf = (kind: MediaKind) => sources.find((source) => source.kind === kind)?.getSettings().deviceId;
  const ids = { microphone: deviceOf("audio"), camera: deviceOf("video") };
  for (const source of sources) source.stop();
  return openTracks(
    library,
    sources.map(({ kind }) => kind as MediaKind),
    ids,
  );
};

/** Chromium gives a mere wish back as a bare number; the current library does not know it so, and then fails without the constraints. */
const sourceOf = (track: MediaStreamTrack): object => ({
  stream: new MediaStream([track]),
  sourceType: "camera",
  mediaType: track.kind,
  ...(track.kind === "video" ? { videoType: "camera", constraints: cameraConstraints } : {}),
});

const mediaOf = (library: Library, tracks: Tracks): LocalMedia => {
  const listeners = new Set<() => void>();
  const changed = () => {
    for (const listener of listeners) listener();
  };
  return {
    isOn: (kind) => {
      const track = tracks.all.get(kind);
      return track !== undefined && !track.isMuted() && !hasEnded(track);
    },
    problems: () => tracks.problems,
    isWanted: (kind) => tracks.wanted.has(kind),
    stream: (kind) => tracks.all.get(kind)?.getOriginalStream() ?? null,
    setOn: (kind, isOn) => noting(tracks, kind, changed, () => switchOn(library, tracks, kind, isOn)),
    revive: (kind) => noting(tracks, kind, changed, () => openAnew(library, tracks, kind)),
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

/** What goes wrong is remembered as this device's problem, until something goes right. */
const noting = async (tracks: Tracks, kind: MediaKind, changed: () => void, act: () => Promise<void>) => {
  const forget = () => {
    const { [kind]: _, ...others } = tracks.problems;
    tracks.problems = others;
  };
  try {
    await act();
    forget();
  } catch (fault) {
    forget();
    tracks.problems = { ...tracks.problems, [kind]: problemOf(fault) };
    throw fault;
  } finally {
    changed();
  }
};
