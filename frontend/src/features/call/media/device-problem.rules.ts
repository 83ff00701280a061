/** Why a microphone or camera can't be had. `blocked`: this page may not, by the person's word or the browser's settings. `system`: no program may, or not the browser.
    `busy`: another program has it, or it does not start. */
export type DeviceProblem = "blocked" | "system" | "missing" | "busy" | "insecure" | "other";

/** The names of getUserMedia (W3C mediacapture-streams), and what lib-jitsi-meet makes of them when it says no more. */
const problems: Readonly<Record<string, DeviceProblem>> = {
  NotAllowedError: "blocked",
  SecurityError: "blocked",
  NotFoundError: "missing",
  OverconstrainedError: "missing",
  NotReadableError: "busy",
  AbortError: "busy",
  "gum.permission_denied": "blocked",
  "gum.not_found": "missing",
  "gum.timeout": "busy",
};

/** The library keeps the browser's own word inside its own. */
const wordOf = (fault: unknown): { readonly name?: unknown; readonly message?: unknown } => {
  const outer = (fault ?? {}) as { readonly name?: unknown; readonly message?: unknown; gum?: { error?: unknown } };
  return (outer.gum?.error as typeof outer | undefined) ?? outer;
};

export const problemOf = (fault: unknown): DeviceProblem => {
  const { name, message } = wordOf(fault);
  const problem = problems[String(name)] ?? "other";
  // Chromium's words where macOS or Windows says no; the name is that of every refusal.
  return problem === "blocked" && /\bsystem\b/i.test(String(message)) ? "system" : problem;
};
