import type { CallParticipant } from "../call.js";

type Known = Pick<CallParticipant, "userId" | "name" | "role" | "counterName" | "relation">;
export type PeopleNews = { readonly what: "joined" | "left"; readonly person: Known };

/** Who came or went between two looks. Whoever comes back by a new connection is the same person, and no news. */
export const peopleNews = (before: readonly Known[], after: readonly Known[]): PeopleNews[] => {
  const isIn = (people: readonly Known[], { userId }: Known) => people.some((each) => each.userId === userId);
  return [
    ...after.filter((person) => !isIn(before, person)).map((person) => ({ what: "joined" as const, person })),
    ...before.filter((person) => !isIn(after, person)).map((person) => ({ what: "left" as const, person })),
  ];
};
