import type { DialInList, DialInView } from "@balie/contract/dial-in";
import type { Roster, RosterPerson } from "@balie/contract/guests";

/** Whose PIN lets them in still, by the server's clock: the one here may be wrong. */
export const openDialIns = ({ dialIns }: DialInList): readonly DialInView[] =>
  dialIns.filter(({ state }) => state === "open");

/** Interpreters who dialled in, and belong in the room now. Helpers stand among the company. */
export const interpretersIn = ({ dialIns }: DialInList, people: Roster): Roster =>
  people.filter(({ role, userId }) => role === "interpreter" && dialIns.some(({ id }) => id === userId));

/** With one as an action answered it. */
export const withDialIn = (list: DialInList, changed: DialInView): DialInList => {
  const isKnown = list.dialIns.some(({ id }) => id === changed.id);
  const dialIns = list.dialIns.map((one) => (one.id === changed.id ? changed : one));
  return { ...list, dialIns: isKnown ? dialIns : [...dialIns, changed] };
};

/** Changes with whoever comes, is let in or goes: then a PIN may have been used. */
export const peopleKey = (people: readonly Pick<RosterPerson, "userId" | "isAnnounced">[]): string =>
  people.map(({ userId, isAnnounced }) => `${userId}${isAnnounced ? "?" : ""}`).join();

/** "12345678" as people say it. */
export const inPairs = (pin: string, between: " " | ", "): string => (pin.match(/\d{1,2}/g) ?? []).join(between);
