import type { Seeing } from "../call.js";

/** In presence: only what differs from the ordinary is said, and words that we do not know are passed over. */
export const wordsOf = ({ isSharing, isSigning, hasPictures, sendsPictures }: Seeing): string =>
  [isSharing && "screen", isSigning && "sign", !hasPictures && "no-pictures", !sendsPictures && "still"]
    .filter(Boolean)
    .join(" ");

export const seeingIn = (words: string): Seeing => {
  const told = words.split(" ");
  return {
    isSharing: told.includes("screen"),
    isSigning: told.includes("sign"),
    hasPictures: !told.includes("no-pictures"),
    sendsPictures: !told.includes("still"),
  };
};
