import type { LineFigures } from "./line-figures.rules.js";

export type LineLevel = "good" | "fair" | "poor";
/** `hasPictures` false: pictures of the others are not asked for, so that the voices get through. */
export type Line = { readonly level: LineLevel; readonly hasPictures: boolean };

/** One look every two seconds. `looksLeft`: so long no pictures; `looksOfWait`: how long the next time. */
export type LineWatch = Line & {
  readonly towards: LineLevel;
  readonly looksTowards: number;
  readonly looksPoor: number;
  readonly looksLeft: number;
  readonly looksOfWait: number;
  readonly looksOfPictures: number;
};

export const secondsPerLook = 2;
const looks = (seconds: number) => seconds / secondsPerLook;

const worseAfter = looks(4);
const betterAfter = looks(8);
const picturesStopAfter = looks(8);
const firstWait = looks(20);
const longestWait = looks(160);
const steadyAfter = looks(40);

export const newLineWatch: LineWatch = {
  level: "good",
  hasPictures: true,
  towards: "good",
  looksTowards: 0,
  looksPoor: 0,
  looksLeft: 0,
  looksOfWait: firstWait,
  looksOfPictures: 0,
};

/** Speech suffers from 3 % of loss and is hard to follow from 10 %; a round trip of 400 ms makes people talk through each other
    (ITU-T G.114: 150 ms one way goes unnoticed, 400 ms is the limit). */
export const levelOf = ({ loss, concealed, roundTripMs, isHeldBack }: LineFigures): LineLevel => {
  const trip = roundTripMs ?? 0;
  if (loss >= 0.1 || concealed >= 0.1 || trip >= 800) return "poor";
  if (loss >= 0.03 || concealed >= 0.03 || trip >= 300 || isHeldBack) return "fair";
  return "good";
};

/** Without packets lost or long under way, sound that falls out is the device's own trouble, and fewer packets are no help. */
const isTooThin = ({ loss, roundTripMs }: LineFigures): boolean => loss >= 0.1 || (roundTripMs ?? 0) >= 800;

/** Slow to change, so that words do not flicker: worse after four seconds, better after eight. */
export const afterFigures = (watch: LineWatch, figures: LineFigures): LineWatch => {
  const level = levelOf(figures);
  const looksTowards = level === watch.towards ? watch.looksTowards + 1 : 1;
  const needed = rank[level] < rank[watch.level] ? worseAfter : betterAfter;
  const isNew = level !== watch.level && looksTowards >= needed;
  const looksPoor = isTooThin(figures) ? watch.looksPoor + 1 : 0;
  const next = { ...watch, level: isNew ? level : watch.level, towards: level, looksTowards, looksPoor };
  return watch.hasPictures ? withPictures(next) : withoutPictures(next);
};

const rank: Record<LineLevel, number> = { poor: 0, fair: 1, good: 2 };

const withPictures = (watch: LineWatch): LineWatch => {
  const looksOfPictures = watch.looksOfPictures + 1;
  if (watch.looksPoor < picturesStopAfter)
    return { ...watch, looksOfPictures, looksOfWait: looksOfPictures >= steadyAfter ? firstWait : watch.looksOfWait };
  return { ...watch, hasPictures: false, looksLeft: watch.looksOfWait, looksOfPictures: 0 };
};

/** Back when the line has not been poor for a while; each failed try doubles that while. */
const withoutPictures = (watch: LineWatch): LineWatch => {
  if (watch.looksPoor > 0) return { ...watch, looksLeft: watch.looksOfWait };
  if (watch.looksLeft > 1) return { ...watch, looksLeft: watch.looksLeft - 1 };
  const looksOfWait = Math.min(longestWait, watch.looksOfWait * 2);
  return { ...watch, hasPictures: true, looksLeft: 0, looksPoor: 0, looksOfWait, looksOfPictures: 0 };
};
