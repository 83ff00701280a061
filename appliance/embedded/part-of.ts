import { Refusal } from "./refusal.ts";

/** A part of a long list, as `GUARDS=2/3` asks for it: the second of three; all of it where none is asked for. It goes by what an entry says, so that a new one leaves the others in their part.
    @throws Refusal when the part is no part */
export function partOf<Entry>(
  list: readonly Entry[],
  nameOf: (entry: Entry) => string,
  part = process.env.GUARDS,
): Entry[] {
  if (!part) return [...list];
  const [, which, parts] = (/^(\d+)\/(\d+)$/.exec(part) ?? []).map(Number);
  if (!which || !parts || which > parts) throw new Refusal(`GUARDS=${part} is no part: write it as 2/3.`);
  return list.filter((entry) => sumOf(nameOf(entry)) % parts === which - 1);
}

function sumOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + letter.codePointAt(0)!, 0);
}
