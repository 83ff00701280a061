/** A guard, and the change to the source that takes it away: the named test must turn red. */
export type Mutation = { guard: string; file: string; find: string; replace: string; test: string; grep: string };

/** The text to find, whatever the formatter made of its white space. */
export const placeOf = (find: string): RegExp =>
  new RegExp(
    find
      .trim()
      .split(/\s+/)
      .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
      .join("\\s+"),
    "g",
  );
