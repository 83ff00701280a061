import { useEffect, useState } from "preact/hooks";
import type { Line } from "../line-quality/line-quality.rules.js";
import type { OwnMedia } from "../stage/use-local-media.js";
import type { Look } from "./arrange.rules.js";
import { keepLook, keptLook } from "./look-shelf.js";

export interface Seeing {
  readonly look: Look;
  /** `line`: taken away for a while, because the line carries too little. Never from who follows sign language. */
  readonly pictures: "wanted" | "off" | "line";
  readonly change: (look: Look) => void;
  readonly sharing: Sharing;
}

/** How this person looks at the call, and what they show of their screen. */
export const useSeeing = (own: OwnMedia, line: Line): Seeing => {
  const [look, setLook] = useState(keptLook);
  const { media } = own;
  const { isSigning } = look;
  const pictures = !look.hasPictures ? "off" : line.hasPictures || isSigning ? "wanted" : "line";
  const hasPictures = pictures === "wanted";
  const { sendsPictures } = line;
  useEffect(
    () => media?.wish({ isSigning, hasPictures, sendsPictures }),
    [media, isSigning, hasPictures, sendsPictures],
  );
  const change = (next: Look) => {
    keepLook(next);
    setLook(next);
    const isNowSilent = next.isSilent && !look.isSilent;
    if (isNowSilent && own.isOn("audio")) void own.toggle("audio");
  };
  return { look, pictures, change, sharing: useSharing(own) };
};

export interface Sharing {
  readonly isPossible: boolean;
  readonly isOn: boolean;
  readonly isBusy: boolean;
  readonly hasFailed: boolean;
  readonly toggle: () => Promise<void>;
}

const useSharing = ({ media }: OwnMedia): Sharing => {
  const [status, setStatus] = useState({ isBusy: false, hasFailed: false });
  const isOn = media?.screen() != null;
  const toggle = async () => {
    if (!media) return;
    setStatus({ isBusy: true, hasFailed: false });
    const hasFailed = await (isOn ? media.stopSharing() : media.shareScreen()).then(
      () => false,
      () => true,
    );
    setStatus({ isBusy: false, hasFailed });
  };
  return { isPossible: media !== null && canShare(), isOn, toggle, ...status };
};

/** Phones can't. */
const canShare = () => typeof navigator.mediaDevices?.getDisplayMedia === "function";
