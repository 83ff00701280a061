import type { HandoverState } from "@balie/contract/handovers";

type Asked = { state: HandoverState; expiresAt: Date };

/** How long somebody has for an answer, and the citizen's page to tell. */
export const handoverSeconds = 60;

export const expiryOf = (now: Date): Date => new Date(now.getTime() + handoverSeconds * 1_000);

/** As it is at `now`: a question whose time is over has lapsed, whether that was written down yet or not. */
export const stateAt = ({ state, expiresAt }: Asked, now: Date): HandoverState =>
  isOpen(state) && expiresAt <= now ? "lapsed" : state;

/** It may still be taken. */
export const isOpen = (state: HandoverState): boolean => state === "asked" || state === "accepted";
