/** An expected failure; its message is one plain sentence that says what to do. Anything else is a fault. */
export class Refusal extends Error {
  override name = "Refusal";
}

/** The sentence for an expected failure, or undefined for a fault, which deserves its stack. */
export function sentenceFor(error: unknown): string | undefined {
  if (error instanceof Refusal) return error.message;
  if (!(error instanceof Error)) return undefined;
  const { code, path } = error as NodeJS.ErrnoException;
  if (code === "ENOSPC") return "The disk is full: free some space and start again.";
  if (code === "EACCES" || code === "EPERM" || code === "EROFS") {
    return `Balie may not write ${path ?? "here"}: use the account that owns it, or set BALIE_HOME to a folder of yours.`;
  }
  return undefined;
}
