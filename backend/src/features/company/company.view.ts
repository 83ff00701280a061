import type { ColleagueRequest, CompanyView } from "@balie/contract/company";
import type { FoundRequest } from "./load-company.js";

export const viewRequest = (found: FoundRequest): ColleagueRequest => ({
  id: found.id,
  meetingId: found.meetingId,
  state: found.state,
  askedAt: found.askedAt.toISOString(),
  leader: { name: found.leaderName, counterName: found.counterName },
  serviceName: found.serviceName,
  colleague: { clerkId: found.clerkId, name: found.name, counterName: found.ownCounterName },
  guest: found.guest,
  people: hasPlace(found) ? [...found.people] : [],
});

/** Of what one clerk was asked: what waits for an answer, and where they have or had a place. Of what they asked: the last request to each. */
export const viewCompany = (all: readonly FoundRequest[], clerkId: string): CompanyView => ({
  asked: all
    .filter((one) => one.clerkId === clerkId && (one.state === "asked" || one.state === "accepted"))
    .filter((one) => isLast(one, all))
    .map(viewRequest),
  asking: all
    .filter((one) => one.leaderId === clerkId && one.state !== "withdrawn" && isLast(one, all))
    .map(viewRequest),
});

const hasPlace = ({ guest }: FoundRequest): boolean => guest?.state === "announced" || guest?.state === "admitted";

const isLast = (request: FoundRequest, all: readonly FoundRequest[]): boolean =>
  all.findLast(({ meetingId, clerkId }) => meetingId === request.meetingId && clerkId === request.clerkId) === request;
