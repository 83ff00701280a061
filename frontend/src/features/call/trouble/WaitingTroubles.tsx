import { useRevival } from "../media/use-revival.js";
import type { OwnMedia } from "../stage/use-local-media.js";
import { DeviceTroubles } from "./DeviceTroubles.js";

/** In a waiting room there is no sound part yet that keeps the microphone going. */
export const WaitingTroubles = ({ own }: { own: OwnMedia }) => {
  const voice = own.isWanted("audio") ? (own.voice?.getAudioTracks()[0] ?? null) : null;
  return <DeviceTroubles own={own} microphone={useRevival(voice, () => own.revive("audio"))} />;
};
