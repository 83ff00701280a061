/** What putting something from the municipality file did. */
export type How = "added" | "changed" | "unchanged";
export type Put = { id: string; how: How };
