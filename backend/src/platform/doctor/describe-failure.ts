/** A failure in a few words: the system's code where there is one, as a search engine knows it. */
export function describeFailure(failure: unknown): string {
  const { code, message } = innermost(failure);
  const words = (message ?? "").split("\n")[0] ?? "";
  return code && !words.includes(code) ? `${words} (${code})`.trim() : words || String(failure);
}

export const codeOf = (failure: unknown): string => innermost(failure).code ?? "";

/** fetch and Node's happy eyeballs wrap what really happened. */
function innermost(failure: unknown): { code?: string; message?: string } {
  const { cause, errors } = failure as { cause?: unknown; errors?: unknown[] };
  if (cause instanceof Error) return innermost(cause);
  if (errors?.[0] instanceof Error) return innermost(errors[0]);
  return failure as { code?: string; message?: string };
}

const explanations: Record<string, string> = {
  ENOTFOUND: "the name is not found",
  EAI_AGAIN: "the name cannot be looked up now",
  ENODATA: "the name is not found",
  ECONNREFUSED: "the connection is refused",
  ECONNRESET: "the connection is broken off",
  ETIMEDOUT: "nothing answers",
  ETIMEOUT: "nothing answers",
  EHOSTUNREACH: "there is no way to that address",
  ENETUNREACH: "there is no way to that network",
};

/** Why a connection did not come about, in plain words; undefined for what is no matter of connecting. Some libraries put their own code before the system's,
    which is then only in the message. */
export function explainConnection(failure: unknown): string | undefined {
  const { message = "" } = innermost(failure);
  const code = [codeOf(failure), ...(message.match(/\bE[A-Z_]{4,}\b/g) ?? [])].find((one) => explanations[one]);
  return code ? explanations[code] : undefined;
}
