import type { CallEnd } from "../call.js";

/** Why one connection came to an end. `over` is the end of the call; the rest may be tried again, `tokenRefused` and `full` not for long. */
export type SessionEnd =
  | { readonly kind: "tokenRefused" }
  | { readonly kind: "full" }
  | { readonly kind: "dropped" }
  | { readonly kind: "over"; readonly end: CallEnd };

export const dropped: SessionEnd = { kind: "dropped" };

export const connectionFailure = (type: string): SessionEnd =>
  type === "connection.passwordRequired" ? { kind: "tokenRefused" } : dropped;

/** null: not the end, the call goes on. A token of another room is refused on joining: the meeting may have moved to a new one. */
export const conferenceFailure = (error: string): SessionEnd | null => {
  switch (error) {
    case "conference.destroyed":
      return { kind: "over", end: { why: "closed" } };
    case "conference.max_users":
      return { kind: "full" };
    case "conference.connectionError.notAllowed":
    case "conference.connectionError.membersOnly":
    case "conference.connectionError.accessDenied":
    case "conference.passwordRequired":
      return { kind: "tokenRefused" };
    case "conference.chatError":
    case "conference.restarted":
      return null;
    default:
      return dropped;
  }
};

/** Our modules say "replaced by a new session" when the same person comes in again; every other kick is a removal. */
export const kicked = (reason: string | undefined): SessionEnd => ({
  kind: "over",
  end: { why: reason?.startsWith("replaced") ? "replaced" : "removed" },
});
