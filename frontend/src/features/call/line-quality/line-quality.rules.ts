import type { LineFigures } from "./line-figures.rules.js";
import { afterLook, looks, newPictureWatch, type PictureWatch } from "./line-pictures.rules.js";

export type LineLevel = "good" | "fair" | "poor";
/** `hasPictures` false: pictures of the others are not asked for, so that the voices get through; `sendsPictures` false: nor are ours sent.
    The word to the other side goes down the same poor line, and may come half a minute late: each end stops by what it sees itself. */
export type Line = { readonly level: LineLevel; readonly hasPictures: boolean; readonly sendsPictures: boolean };

/** One look every two seconds. */
export type LineWatch = {
  readonly level: LineLevel;
  readonly towards: LineLevel;
  readonly looksTowards: number;
  /** After a cut: so many looks that say nothing yet. */
  readonly looksIgnored: number;
  readonly received: PictureWatch;
  readonly sent: PictureWatch;
};

const worseAfter = looks(4);
const betterAfter = looks(8);

export const newLineWatch: LineWatch = {
  level: "good",
  towards: "good",
  looksTowards: 0,
  looksIgnored: 0,
  received: newPictureWatch,
  sent: newPictureWatch,
};

/** Speech suffers from 3 % of loss and is hard to follow from 10 %; a round trip of 400 ms makes people talk through each other
    (ITU-T G.114: 150 ms one way goes unnoticed, 400 ms is the limit). */
export const levelOf = ({ loss, sentLoss, concealed, roundTripMs, isHeldBack }: LineFigures): LineLevel => {
  const trip = roundTripMs ?? 0;
  const worst = Math.max(loss, sentLoss, concealed);
  if (worst >= 0.1 || trip >= 800) return "poor";
  if (worst >= 0.03 || trip >= 300 || isHeldBack) return "fair";
  return "good";
};

/** What a cut lost is counted when it is over, and the other side tells of it until its next word, every five seconds (RFC 3550): the line may be as good as before. */
const ignoredAfterCut = looks(6);

/** Slow to change, so that words do not flicker: worse after four seconds, better after eight. */
export const afterFigures = (watch: LineWatch, figures: LineFigures): LineWatch => {
  // Nothing came at all: the line is gone or nobody is there, and others say so.
  if (figures.isSilent) return { ...watch, looksIgnored: ignoredAfterCut };
  if (watch.looksIgnored > 0) return { ...watch, looksIgnored: watch.looksIgnored - 1 };
  const level = levelOf(figures);
  const looksTowards = level === watch.towards ? watch.looksTowards + 1 : 1;
  const needed = rank[level] < rank[watch.level] ? worseAfter : betterAfter;
  const isNew = level !== watch.level && looksTowards >= needed;
  const { loss, sentLoss, roundTripMs } = figures;
  return {
    level: isNew ? level : watch.level,
    towards: level,
    looksTowards,
    looksIgnored: 0,
    received: afterLook(watch.received, { loss, roundTripMs }),
    sent: afterLook(watch.sent, { loss: sentLoss, roundTripMs }),
  };
};

const rank: Record<LineLevel, number> = { poor: 0, fair: 1, good: 2 };

export const lineOf = ({ level, received, sent }: LineWatch): Line => ({
  level,
  hasPictures: received.hasPictures,
  sendsPictures: sent.hasPictures,
});

export const isSameLine = (one: Line, other: Line): boolean =>
  one.level === other.level && one.hasPictures === other.hasPictures && one.sendsPictures === other.sendsPictures;

/** What a poor line does to the pictures; null: nothing, for who follows sign language keeps them. Nobody stops sending to who follows it. */
export const costOf = ({ sendsPictures }: Line, isSigning: boolean, isKept: boolean) => {
  if (isSigning) return null;
  return sendsPictures || isKept ? "poorNext" : "poorUnsent";
};
