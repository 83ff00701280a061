import type { CallConnection, Obstacle } from "../call.js";

/** What a page can know of a call that is not well. */
export type LineSigns = {
  /** The browser's word for having a network at all. */
  readonly isOnline: boolean;
  readonly connection: CallConnection;
  /** What the last try met. */
  readonly obstacle: Obstacle | null;
  /** Was in the room before: then no network holds the video back on principle. */
  readonly wasIn: boolean;
};

/** `offline`: one's own internet. `counter`: our server does not answer. `video`: it does, but the video, which went before, does not. `blocked`: and it never went.
    `faltering`: connected, but little comes through. `again`: being joined anew, nothing else is known. */
export type LineTrouble = "offline" | "counter" | "video" | "blocked" | "faltering" | "again";

export const lineTroubleOf = ({ isOnline, connection, obstacle, wasIn }: LineSigns): LineTrouble => {
  if (!isOnline) return "offline";
  if (connection === "interrupted") return "faltering";
  if (obstacle === "counter") return "counter";
  if (obstacle === "video") return wasIn ? "video" : "blocked";
  return "again";
};

/** For the first moments the sentence that it is being mended is enough. */
export const helpAfterMs = 3000;
/** Longer than this nobody waits without being able to do something. */
export const buttonAfterMs = 10_000;
