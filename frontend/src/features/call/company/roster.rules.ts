import type { CallRole, Roster } from "@balie/contract/guests";
import type { CallParticipant } from "../call.js";

/** Name and role as the backend gives them, for who is on its roster; for others what the room vouches for. */
export const byRoster = <P extends CallParticipant>(person: P, roster: Roster): P => {
  const known = roster.find(({ userId }) => userId === person.userId);
  if (!known) return person;
  const { name, role, counterName, relation, language, isAnnounced, isSilenced, isByPhone } = known;
  return { ...person, name, role, counterName, relation, language, isAnnounced, isSilenced, isByPhone };
};

/** Without those whose telephone still rings: who never answers is named to nobody but the clerk. */
export const whoIsIn = <P extends CallParticipant>(people: readonly P[]): readonly P[] =>
  people.filter(({ isAnnounced }) => !isAnnounced);

/** Where there is no bridge, picture and sound go between these two only. */
export const arePartners = (one: CallRole, other: CallRole): boolean =>
  (one === "clerk" && other === "citizen") || (one === "citizen" && other === "clerk");

/** How this person is in the call: their own role, and whether a bridge carries everybody's picture and sound. */
export type Standing = { readonly role: CallRole; readonly hasBridge: boolean };

/** A guest whose picture and sound go to nobody. */
export const hasNoMedia = (standing: Standing | null): boolean =>
  standing !== null && !standing.hasBridge && standing.role !== "citizen" && standing.role !== "clerk";

/** No picture will ever come of a telephone. An interpreter whom the roster does not know is taken for one. */
export const isByPhone = (person: Pick<CallParticipant, "role" | "isByPhone">): boolean =>
  person.isByPhone ?? person.role === "interpreter";

/** Picture and sound go between this person and at least one of these. */
export const hasMediaWith = (standing: Standing | null, people: readonly Pick<CallParticipant, "role">[]): boolean =>
  people.some((person) => !isUnheard(standing, person));

/** Neither seen nor heard by this person. */
export const isUnheard = (standing: Standing | null, person: Pick<CallParticipant, "role">): boolean =>
  standing !== null && !standing.hasBridge && !arePartners(standing.role, person.role);

/** A telephone that is not heard does not write either. */
export const isInWritingOnly = (
  standing: Standing | null,
  person: Pick<CallParticipant, "role" | "isByPhone">,
): boolean => !isByPhone(person) && isUnheard(standing, person);
