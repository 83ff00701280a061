import type { TextPart } from "./realtime-text.rules.js";
import { nextLine, nothingTold, tell } from "./realtime-writing.rules.js";

/** Tells the others what this person writes, as they write. */
export interface LiveWriter {
  write(text: string): void;
  /** The whole line, for who may have missed a part of it. */
  repeat(text: string): void;
  /** It was sent as a message: the others know by that. */
  endLine(): void;
  /** Nothing is shown of it any more. */
  stop(): void;
}

export interface Timing {
  readonly now: () => number;
  /** Answers how to call it off. */
  readonly later: (act: () => void, ms: number) => () => void;
}

/** A person types five characters a second: about one part each. */
const paceMs = 200;
/** Heals the last part, after which no other comes. */
const healMs = 2000;

const byTheClock: Timing = {
  now: () => performance.now(),
  later: (act, ms) => {
    const timer = setTimeout(act, ms);
    return () => clearTimeout(timer);
  },
};

interface Writer {
  readonly send: (part: TextPart) => void;
  /** How many were sent before. */
  readonly line?: number;
  readonly timing?: Timing;
}

export const newLiveWriter = ({ send, line = 0, timing = byTheClock }: Writer): LiveWriter => {
  let told = { ...nothingTold, line };
  let text = "";
  let sentAt = Number.NEGATIVE_INFINITY;
  let callOff: (() => void) | null = null;
  let callOffHealing = () => {};
  const say = (isWhole = false) => {
    callOff?.();
    callOff = null;
    const next = tell(told, text, isWhole);
    told = next.told;
    if (!next.part) return;
    sentAt = timing.now();
    send(next.part);
    callOffHealing();
    if (told.sinceWhole > 0) callOffHealing = timing.later(() => say(true), healMs);
  };
  return {
    write: (now) => {
      text = now;
      if (callOff) return;
      const waitMs = sentAt + paceMs - timing.now();
      if (waitMs <= 0) say();
      else callOff = timing.later(() => say(), waitMs);
    },
    repeat: (now) => {
      text = now;
      say(true);
    },
    endLine: () => {
      callOff?.();
      callOff = null;
      callOffHealing();
      text = "";
      told = nextLine(told);
    },
    stop: () => {
      text = "";
      if (told.text !== "") say(true);
    },
  };
};
