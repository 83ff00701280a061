import type { LocalMedia, Wishes } from "../call.js";
import type { Conference, Library, LocalTrack } from "./lib-jitsi-meet.js";
import type { Tracks } from "./local-media.js";

type Swap = (from: LocalTrack | undefined, to: LocalTrack | undefined) => Promise<unknown>;

/** What this person shows besides the camera, and what they ask for; outlives the connection, as the devices do. */
export type OwnSeeing = {
  screen: LocalTrack | null;
  wishes: Wishes;
  isGone: boolean;
  /** Puts the one in the other's place; null while no call runs. The newest call's: an older one is lost. */
  swap: Swap | null;
  dispose(): void;
};

export const newOwnSeeing = (): OwnSeeing => {
  const own: OwnSeeing = {
    screen: null,
    wishes: { isSigning: false, hasPictures: true, sendsPictures: true },
    isGone: false,
    swap: null,
    dispose: () => {
      own.isGone = true;
      void own.screen?.dispose();
      own.screen = null;
    },
  };
  return own;
};

/** One picture per person: the npm build sends no more, so the screen takes the camera's place. */
export const sentTracks = ({ all, seeing }: Tracks): LocalTrack[] =>
  [all.get("audio"), seeing.screen ?? all.get("video")].filter((track) => track !== undefined);

/** The call's picture follows what is shared, for as long as this conference lasts. */
export const followScreen = (library: Library, conference: Conference, { seeing }: Tracks): void => {
  const swap: Swap = async (from, to) => {
    if (from && to) return conference.replaceTrack(from, to);
    if (to) return conference.addTrack(to);
    return from && conference.removeTrack(from);
  };
  seeing.swap = swap;
  conference.on(library.events.conference["CONFERENCE_LEFT"] ?? "", () => {
    if (seeing.swap === swap) seeing.swap = null;
  });
};

type Seeable = Pick<LocalMedia, "screen" | "shareScreen" | "stopSharing" | "wishes" | "wish">;

export const seeingOf = (library: Library, tracks: Tracks, changed: () => void): Seeable => {
  const { seeing } = tracks;
  const swap: Swap = async (from, to) => seeing.swap?.(from, to);
  const stop = async () => {
    const { screen } = seeing;
    if (!screen) return;
    seeing.screen = null;
    try {
      await swap(screen, tracks.all.get("video"));
    } finally {
      await screen.dispose();
      changed();
    }
  };
  const share = async () => {
    if (seeing.screen) return;
    const screen = await openScreen(library);
    if (seeing.isGone) return void screen.dispose();
    // The browser's own bar has a stop button, and a shared window may be closed.
    screen.getTrack().addEventListener("ended", () => seeing.screen === screen && void stop().catch(() => undefined));
    seeing.screen = screen;
    await swap(tracks.all.get("video"), screen).catch(async (fault: unknown) => {
      seeing.screen = null;
      await screen.dispose();
      throw fault;
    });
    changed();
  };
  return {
    screen: () => seeing.screen?.getOriginalStream() ?? null,
    shareScreen: share,
    stopSharing: stop,
    wishes: () => seeing.wishes,
    wish: (wishes) => {
      const { isSigning, hasPictures, sendsPictures } = seeing.wishes;
      const isSame = wishes.isSigning === isSigning && wishes.hasPictures === hasPictures;
      if (isSame && wishes.sendsPictures === sendsPictures) return;
      seeing.wishes = wishes;
      changed();
    },
  };
};

/** Text moves little and must be sharp: few frames do. */
const framesPerSecond = 15;

const openScreen = async (library: Library): Promise<LocalTrack> => {
  if (library.createLocalTracksFromMediaStreams) return ownScreen(library);
  // The npm build opens screens only by itself, and asks for their sound too: that is not sent.
  const options = { devices: ["desktop"], desktopSharingFrameRate: { min: 5, max: framesPerSecond } };
  const opened = await library.createLocalTracks(options);
  for (const track of opened) if (track.getType() !== "video") void track.dispose();
  const screen = opened.find((track) => track.getType() === "video");
  if (!screen) throw new Error("no screen was opened");
  return screen;
};

/** The current library puts nothing but a camera in a camera's place: it is told that this is one. */
const ownScreen = async (library: Library): Promise<LocalTrack> => {
  const stream = await navigator.mediaDevices.getDisplayMedia({
    video: { frameRate: { max: framesPerSecond } },
    audio: false,
  });
  const constraints = { width: { ideal: 1920 }, height: { ideal: 1080 } };
  const source = { stream, sourceType: "screen", mediaType: "video", videoType: "camera", constraints };
  const [screen] = library.createLocalTracksFromMediaStreams?.([source]) ?? [];
  if (!screen) throw new Error("no screen was opened");
  return screen;
};
