import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { useDeviceList } from "../media/device-list.js";
import { chosenDevices, deviceShelf } from "../media/device-shelf.js";
import type { OwnMedia } from "../stage/use-local-media.js";
import { afterMicrophones, isBack, type LostMicrophone } from "./microphone.rules.js";

/** `gone`: unplugged, and there is no other. `changed`: another took its place. `back`: plugged in again. `failed`: the chosen one can't be had. */
export type MicrophoneNews =
  | { readonly kind: "gone" }
  | { readonly kind: "failed" }
  | { readonly kind: "changed"; readonly name: string }
  | { readonly kind: "back"; readonly name: string };

export interface MicrophoneHandle {
  readonly news: MicrophoneNews | null;
  readonly choose: (deviceId: string) => Promise<void>;
}

/** Chooses another microphone during the call, and follows what is plugged in and out. */
export const useMicrophone = (own: OwnMedia): MicrophoneHandle => {
  const [news, setNews] = useState<MicrophoneNews | null>(null);
  const [lost, setLost] = useState<LostMicrophone | null>(null);
  const ids = useDeviceList(true).microphones.map(({ id }) => id);
  const now = useRef({ change: own.changeMicrophone, ids });
  now.current = { change: own.changeMicrophone, ids };

  const takeAnother = useCallback(async () => {
    const name = await now.current.change("").catch(() => null);
    setNews(name === null ? { kind: "gone" } : { kind: "changed", name });
  }, []);
  const goBack = useCallback(async (id: string) => {
    setLost(null);
    const name = await now.current.change(id).catch(() => null);
    setNews(name === null ? { kind: "failed" } : { kind: "back", name });
  }, []);
  useEnding(own.voice?.getAudioTracks()[0], (id) => {
    // The list may have been told first.
    setLost(afterMicrophones({ id, isAway: false }, now.current.ids));
    void takeAnother();
  });
  useEffect(() => {
    if (lost && isBack(lost, ids)) return void goBack(lost.id);
    if (lost) setLost(afterMicrophones(lost, ids));
    if (news?.kind === "gone" && ids.length > 0) void takeAnother();
  }, [ids.join()]);

  const choose = async (microphone: string) => {
    setLost(null);
    const hasFailed = await own.changeMicrophone(microphone).then(
      () => false,
      () => true,
    );
    setNews(hasFailed ? { kind: "failed" } : null);
    if (!hasFailed) deviceShelf.write({ ...chosenDevices(), microphone });
  };
  return { news, choose };
};

/** A track ends by itself when its device is gone; not when we let it go. */
const useEnding = (track: MediaStreamTrack | undefined, onEnd: (deviceId: string) => void) =>
  useEffect(() => {
    if (!track) return;
    const { deviceId = "" } = track.getSettings();
    const tell = () => onEnd(deviceId);
    track.addEventListener("ended", tell);
    return () => track.removeEventListener("ended", tell);
  }, [track]);
