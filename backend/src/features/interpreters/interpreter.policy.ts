import type { ClerkActor } from "../../platform/context.js";

/** Telephone numbers are personal data: the roster is the administrators' alone. */
export const keepsRoster = ({ role }: Pick<ClerkActor, "role">): boolean => role === "admin";
