import type { InterpreterRequestView, InterpretingView } from "@balie/contract/interpreters";
import type { FoundRequest, FoundWaiting } from "./load-interpreting.js";

export const viewInterpreterRequest = (found: FoundRequest): InterpreterRequestView => ({
  id: found.id,
  meetingId: found.meetingId,
  language: found.language,
  medium: found.medium,
  state: found.state,
  why: found.why,
  askedAt: found.askedAt.toISOString(),
  connectedAt: found.connectedAt?.toISOString() ?? null,
  endedAt: found.endedAt?.toISOString() ?? null,
  calls: found.calls.map(({ id, name, state, isAtDoor, isAway, ...times }) => ({
    id,
    name,
    state,
    isAtDoor,
    isAway,
    dialledAt: new Date(times.dialledAt).toISOString(),
    ringsUntil: isoOf(times.ringsUntil),
    connectedAt: isoOf(times.connectedAt),
    endedAt: isoOf(times.endedAt),
  })),
  customerCode: found.customerCode,
  isSilenced: found.isSilenced,
});

/** As the database writes a time within JSON. */
const isoOf = (at: string | null): string | null => (at === null ? null : new Date(at).toISOString());

/** What one clerk sees: of the meetings that they lead. */
export const viewInterpreting = (
  all: readonly FoundRequest[],
  waiting: readonly FoundWaiting[],
  clerkId: string,
): InterpretingView => ({
  requests: all.filter(({ leaderId }) => leaderId === clerkId).map(viewInterpreterRequest),
  waiting: waiting.filter(({ leaderId }) => leaderId === clerkId).map(({ leaderId: _, ...one }) => one),
});
