import type { QueueEntry } from "@balie/contract/meetings";
import type { NeededInterpreter } from "@balie/contract/reservations";

/** The citizen needs an interpreter, and nobody has promised to come: the meeting does not begin without asking. */
export const isUnconfirmed = ({ interpreter }: Pick<QueueEntry, "interpreter">): boolean =>
  interpreter !== null && interpreter.standing !== "confirmed";

export const countUnconfirmed = (needed: readonly Pick<NeededInterpreter, "standing">[]): number =>
  needed.filter(({ standing }) => standing !== "confirmed").length;

/** Changes with the interpreters of the queue: the list of the coming days is then loaded again. */
export const newsOf = (entries: readonly Pick<QueueEntry, "interpreter" | "appointmentId">[]): string =>
  entries
    .flatMap(({ appointmentId, interpreter }) =>
      interpreter ? [`${appointmentId} ${interpreter.standing} ${interpreter.name}`] : [],
    )
    .join();
