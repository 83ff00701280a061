/** A guard of a module, and the change that takes it away: the named test must turn red. */
export interface Mutation {
  /** What the guard does, in a few words. */
  name: string;
  /** A module below prosody-modules, or prosody/embedded.cfg.lua. */
  file: string;
  /** Exact source text, found once. */
  find: string;
  replace: string;
  /** A part of the title of the test that must notice. */
  test: string;
}

/** The guards of one module. */
export const inModule = (file: string, guards: Omit<Mutation, "file">[]): Mutation[] =>
  guards.map((guard) => ({ ...guard, file }));
