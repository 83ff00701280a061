import type { Texts } from "../texts.js";
import type { nl } from "./nl.js";

export const en: Texts<typeof nl> = {
  level_good: "Connection: good",
  level_fair: "Connection: fair. The picture may be less sharp.",
  level_poor: "Connection: poor",
  poor: "Your connection is poor.",
  poorHelp: "Move closer to your wifi, or close other programs.",
  poorNext: "If it does not get better, we stop the picture.",
  poorUnsent: "We do not send your picture now, so that the voice gets through.",
  noPictures: "The picture is standing still.",
  noPicturesMeans:
    "Your connection is too poor for a picture. You hear each other better this way. The picture comes back by itself.",
  still: "Still picture",
};
