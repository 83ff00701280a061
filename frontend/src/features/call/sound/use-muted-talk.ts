import { useEffect, useState } from "preact/hooks";
import { watchLevel } from "../media/microphone-level.js";
import { afterLook, noTalk } from "./muted-talk.rules.js";

/** Somebody talks while the microphone is off. The library keeps a muted microphone open and makes silence of it; a copy of the same track, which is not muted, is listened to on this page alone and sent nowhere.
    `voice` null: listen to nothing. */
export const useMutedTalk = (voice: MediaStream | null): boolean => {
  const [isTalking, setTalking] = useState(false);
  const track = voice?.getAudioTracks()[0];
  useEffect(() => {
    setTalking(false);
    if (!track || track.readyState === "ended") return;
    const copy = track.clone();
    copy.enabled = true;
    let talk = noTalk;
    const stop = watchLevel(new MediaStream([copy]), (level) => {
      talk = afterLook(talk, level);
      setTalking(talk.isTalking);
    });
    return () => {
      stop();
      copy.stop();
    };
  }, [track]);
  return isTalking;
};
