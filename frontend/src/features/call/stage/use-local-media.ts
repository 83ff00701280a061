import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { tabShelf } from "../../../platform/storage.js";
import type { LocalMedia, MediaKind } from "../call.js";
import { prepareChosen, prepareMedia } from "../jitsi/local-media.js";
import { chosenDevices } from "../media/device-shelf.js";
import type { DeviceProblems } from "../media/open-devices.js";
import { keptLook } from "../seeing/look-shelf.js";

/** One person's devices through waiting room and call. */
export interface LocalMediaHandle {
  /** null: nothing is open. */
  readonly coming: Promise<LocalMedia> | null;
  /** Starts with what the check opened, or opens what was chosen before. Again: the same; after a failure: anew. */
  readonly start: (opened?: MediaStream) => Promise<LocalMedia>;
  readonly stop: () => void;
}

export const useLocalMedia = (): LocalMediaHandle => {
  const [coming, setComing] = useState<Promise<LocalMedia> | null>(null);
  const started = useRef<Promise<LocalMedia> | null>(null);
  const start = useCallback((opened?: MediaStream) => {
    if (started.current) return started.current;
    const media = prepare(opened);
    started.current = media;
    setComing(media);
    media.catch(() => {
      if (started.current === media) started.current = null;
    });
    return media;
  }, []);
  const stop = useCallback(() => {
    const media = started.current;
    started.current = null;
    setComing(null);
    void media?.then(
      (each) => each.dispose(),
      () => undefined,
    );
  }, []);
  useEffect(() => stop, [stop]);
  return { coming, start, stop };
};

/** What this person switched off stays off after a reload. */
const offShelf = tabShelf<readonly MediaKind[]>("off");

const prepare = async (opened?: MediaStream): Promise<LocalMedia> => {
  const media = await (opened ? prepareMedia(opened) : prepareChosen(devicesLeftOn()));
  // Kept on the device, while what is off is this tab's: whoever hears nobody is not heard unawares either.
  if (keptLook().isSilent) await media.setOn("audio", false).catch(() => undefined);
  return media;
};

const devicesLeftOn = () => {
  const { microphone, camera } = chosenDevices();
  const isOff = (kind: MediaKind) => offShelf.read()?.includes(kind);
  return { microphone: isOff("audio") ? null : microphone, camera: isOff("video") ? null : camera };
};

const rememberOff = (media: LocalMedia) =>
  offShelf.write((["audio", "video"] as const).filter((kind) => !media.isWanted(kind)));

export interface OwnMedia {
  readonly media: LocalMedia | null;
  readonly isOn: (kind: MediaKind) => boolean;
  readonly picture: MediaStream | null;
  /** What the microphone hears, also while it is off; null: none is open. */
  readonly voice: MediaStream | null;
  /** Answers its name. */
  readonly changeMicrophone: (deviceId: string) => Promise<string>;
  readonly toggle: (kind: MediaKind) => Promise<void>;
  /** Switched on, whether it can be had or not. */
  readonly isWanted: (kind: MediaKind) => boolean;
  /** Why what is wanted can't be had. */
  readonly problems: DeviceProblems;
  /** Opens anew what has stopped by itself. Rejects when it still can't be had. */
  readonly revive: (kind: MediaKind) => Promise<void>;
  /** What can't be had is asked for once more. */
  readonly retry: (kinds: readonly MediaKind[]) => Promise<void>;
  readonly goWithout: (kind: MediaKind) => Promise<void>;
  readonly isBusy: boolean;
  readonly hasFailed: boolean;
}

const off: OwnMedia = {
  media: null,
  isOn: () => false,
  picture: null,
  voice: null,
  changeMicrophone: async () => "",
  toggle: async () => undefined,
  isWanted: () => false,
  problems: {},
  revive: async () => undefined,
  retry: async () => undefined,
  goWithout: async () => undefined,
  isBusy: true,
  hasFailed: false,
};

/** The media as the page shows it, up to date after every change. */
export const useOwnMedia = (coming: Promise<LocalMedia> | null): OwnMedia => {
  const [media, setMedia] = useState<LocalMedia | null>(null);
  const [, redraw] = useState(0);
  const [status, setStatus] = useState({ isBusy: false, hasFailed: false });
  useEffect(() => {
    let isGone = false;
    let stop: (() => void) | undefined;
    setMedia(null);
    coming?.then(
      (ready) => {
        if (isGone) return;
        setMedia(ready);
        stop = ready.onChange(() => redraw((count) => count + 1));
      },
      () => setStatus({ isBusy: false, hasFailed: true }),
    );
    return () => {
      isGone = true;
      stop?.();
    };
  }, [coming]);
  if (!media) return { ...off, hasFailed: status.hasFailed };
  const set = async (kinds: readonly MediaKind[], isOn: boolean) => {
    setStatus({ isBusy: true, hasFailed: false });
    // Each by itself: the one may be had while the other may not.
    for (const kind of kinds) await media.setOn(kind, isOn).catch(() => undefined);
    rememberOff(media);
    setStatus({ isBusy: false, hasFailed: false });
  };
  const toggle = (kind: MediaKind) => set([kind], !media.isOn(kind));
  const picture = media.isOn("video") ? media.stream("video") : null;
  const changeMicrophone = async (deviceId: string) => {
    await media.change("audio", deviceId);
    return media.stream("audio")?.getAudioTracks()[0]?.label ?? "";
  };
  return {
    media,
    isOn: (kind) => media.isOn(kind),
    picture,
    voice: media.stream("audio"),
    changeMicrophone,
    toggle,
    isWanted: media.isWanted,
    problems: media.problems(),
    revive: media.revive,
    retry: (kinds) => set(kinds, true),
    goWithout: (kind) => set([kind], false),
    ...status,
  };
};
