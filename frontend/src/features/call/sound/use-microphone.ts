import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { useDeviceList } from "../media/device-list.js";
import { chosenDevices, deviceShelf } from "../media/device-shelf.js";
import type { Revival } from "../media/reviver.js";
import { useRevival } from "../media/use-revival.js";
import type { OwnMedia } from "../stage/use-local-media.js";
import { afterMicrophones, isBack, type LostMicrophone } from "./microphone.rules.js";

/** `changed`: another took its place. `back`: plugged in again. `failed`: the chosen one can't be had. */
export type MicrophoneNews =
  | { readonly kind: "failed" }
  | { readonly kind: "changed"; readonly name: string }
  | { readonly kind: "back"; readonly name: string };

export interface MicrophoneHandle {
  readonly news: MicrophoneNews | null;
  readonly choose: (deviceId: string) => Promise<void>;
  readonly revival: Revival;
}

/** Chooses another microphone during the call, and follows what is plugged in and out. */
export const useMicrophone = (own: OwnMedia): MicrophoneHandle => {
  const [news, setNews] = useState<MicrophoneNews | null>(null);
  const [lost, setLost] = useState<LostMicrophone | null>(null);
  const ids = useDeviceList(true).microphones.map(({ id }) => id);
  const track = own.voice?.getAudioTracks()[0] ?? null;
  const { deviceId: id = "" } = track?.getSettings() ?? {};
  const now = useRef({ own, ids, id, label: "" });
  now.current = { own, ids, id: id || now.current.id, label: track?.label || now.current.label };

  const takeAnother = useCallback(async () => {
    const { id, ids, own, label } = now.current;
    // The list may have been told first.
    setLost(afterMicrophones({ id, isAway: false }, ids));
    try {
      await own.revive("audio");
    } catch (fault) {
      // That it does not work at all stands with the trouble of the devices.
      setNews(null);
      throw fault;
    }
    const name = own.media?.stream("audio")?.getAudioTracks()[0]?.label ?? "";
    setNews({ kind: name === label ? "back" : "changed", name });
  }, []);
  const goBack = useCallback(async (id: string) => {
    setLost(null);
    const name = await now.current.own.changeMicrophone(id).catch(() => null);
    setNews(name === null ? { kind: "failed" } : { kind: "back", name });
  }, []);
  const revival = useRevival(own.isWanted("audio") ? track : null, takeAnother);
  useEffect(() => {
    if (lost && isBack(lost, ids)) return void goBack(lost.id);
    if (lost) setLost(afterMicrophones(lost, ids));
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
  return { news, choose, revival };
};
