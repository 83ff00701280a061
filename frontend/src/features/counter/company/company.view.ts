import type { ColleagueRequest, CompanyView } from "@balie/contract/company";
import type { Roster } from "@balie/contract/guests";

export const noCompany: CompanyView = { asked: [], asking: [] };

/** What this clerk has not answered yet. */
export const unanswered = ({ asked }: CompanyView): readonly ColleagueRequest[] =>
  asked.filter(({ state }) => state === "asked");

/** The calls of others in which this clerk has a place. */
export const belonging = ({ asked }: CompanyView): readonly ColleagueRequest[] =>
  asked.filter(({ guest }) => guest?.state === "announced" || guest?.state === "admitted");

/** Questions of this meeting that wait, or were declined. Who accepted is on the roster. */
export const openQuestions = ({ asking }: CompanyView, meetingId: string): readonly ColleagueRequest[] =>
  asking.filter((one) => one.meetingId === meetingId && (one.state === "asked" || one.state === "declined"));

export const guestsIn = (roster: Roster): Roster =>
  roster.filter(({ role }) => role === "helper" || role === "colleague");

/** With one request as an action answered it: it need not wait for the next news. A question that was not known is our own; an answer to one is old: its meeting is over. */
export const withRequest = ({ asked, asking }: CompanyView, changed: ColleagueRequest): CompanyView => {
  const isKnown = [...asked, ...asking].some(({ id }) => id === changed.id);
  if (!isKnown) return { asked, asking: changed.state === "asked" ? [...asking, changed] : asking };
  const put = (some: readonly ColleagueRequest[]) => some.map((one) => (one.id === changed.id ? changed : one));
  return { asked: put(asked), asking: put(asking) };
};
