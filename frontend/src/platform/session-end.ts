import { Refusal } from "./api.js";

const listeners = new Set<() => void>();

/** Told each time the server no longer answers as to a clerk. Answers how to stop. */
export const onSessionEnd = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const tellSessionEnd = (): void => {
  for (const listener of listeners) listener();
};

/** What a clerk asks for; the answer, or its refusal, is passed on. */
export const asClerk = async <Answer>(asking: Promise<Answer>): Promise<Answer> => {
  try {
    return await asking;
  } catch (fault) {
    if (fault instanceof Refusal && fault.code === "unauthenticated") tellSessionEnd();
    throw fault;
  }
};
