import type { HelperState } from "@balie/contract/helpers";
import type { Meeting } from "./meeting.entity.js";

const tellsForMs = 7 * 86_400_000;

/** From when on somebody's own link does not even tell which meeting it was for. What is under way, however late, is not over. */
export const isLongOver = ({ status, appointment }: Meeting, now: Date): boolean =>
  status !== "in_progress" && status !== "parked" && now.getTime() >= appointment.endsAt.getTime() + tellsForMs;

const silenceSeconds = 60;

/** Where they are with their link, and what became of the guest. */
export type Standing = { state: HelperState; guest: { state: string } | null };

type Held = { state: HelperState; seenAt: Date | null };

/** One browser at a time: while its page waits, and for good once it was let in. A page that was closed before gives the link free, so that whoever opened it in the wrong
    program can go on in another. */
export const isHeld = ({ state, seenAt }: Held, now: Date): boolean =>
  state === "admitted" ||
  (state === "waiting" && seenAt !== null && now.getTime() - seenAt.getTime() < silenceSeconds * 1_000);
