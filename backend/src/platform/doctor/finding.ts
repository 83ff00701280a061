export type State = "ok" | "warning" | "fault" | "not_checked";

/** What one check saw, and what to do about it: each a plain sentence, or part of one, for whoever runs the server. */
export type Finding = { state: State; seen: string; mend?: string };

export const ok = (seen: string): Finding => ({ state: "ok", seen });
export const warning = (seen: string, mend: string): Finding => ({ state: "warning", seen, mend });
export const fault = (seen: string, mend: string): Finding => ({ state: "fault", seen, mend });
export const notChecked = (why: string): Finding => ({ state: "not_checked", seen: why });
