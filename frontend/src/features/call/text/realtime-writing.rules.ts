import { type Change, cutText, isWithinCharacter, type Numbered, type TextPart } from "./realtime-text.rules.js";

/** What the others have been told. */
export type Told = Numbered & { readonly text: string; readonly sinceWhole: number };

export const nothingTold: Told = { line: 0, seq: -1, text: "", sinceWhole: 0 };

const partsPerWhole = 10;

/** The part that tells the others of the text as it is now; null: they know. `isWhole` for whoever may have missed some. */
export const tell = (told: Told, now: string, isWhole = false): { told: Told; part: TextPart | null } => {
  const text = cutText(now);
  const change = changeBetween(told.text, text);
  if (!change && !isWhole) return { told, part: null };
  const { line } = told;
  const seq = told.seq + 1;
  if (isWhole || !change || told.seq < 0 || told.sinceWhole + 1 >= partsPerWhole)
    return { told: { line, seq, text, sinceWhole: 0 }, part: { line, seq, text } };
  return { told: { line, seq, text, sinceWhole: told.sinceWhole + 1 }, part: { line, seq, ...change } };
};

export const nextLine = ({ line }: Told): Told => ({ ...nothingTold, line: line + 1 });

/** The one change that makes `after` of `before`; null when they are the same. */
export const changeBetween = (before: string, after: string): Change | null => {
  if (before === after) return null;
  const shortest = Math.min(before.length, after.length);
  let at = 0;
  while (at < shortest && before[at] === after[at]) at++;
  while (at > 0 && (isWithinCharacter(before, at) || isWithinCharacter(after, at))) at--;
  let tail = 0;
  while (tail < shortest - at && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  while (tail > 0 && (isWithinCharacter(before, before.length - tail) || isWithinCharacter(after, after.length - tail)))
    tail--;
  return { at, remove: before.length - tail - at, insert: after.slice(at, after.length - tail) };
};
