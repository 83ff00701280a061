import { isSigned } from "@balie/contract/locales/interpreted-languages";
import type { CallParticipant } from "../call.js";
import { isByPhone, isInWritingOnly, type Standing } from "../company/roster.rules.js";

type Seen = Pick<CallParticipant, "userId" | "role" | "language" | "isByPhone">;

/** The interpreters of a sign language who are seen here, by user, but for those who were pinned before. */
export const signersToPin = (
  people: readonly Seen[],
  standing: Standing | null,
  pinned: readonly string[],
): readonly string[] =>
  people
    .filter((person) => !isByPhone(person) && person.language && isSigned(person.language))
    .filter((person) => !isInWritingOnly(standing, person) && !pinned.includes(person.userId))
    .map(({ userId }) => userId);
