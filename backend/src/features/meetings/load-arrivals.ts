import { type EntityManager, In } from "typeorm";
import { Arrival } from "./arrival.entity.js";
import { type ArrivalSeen, isInCall, noDocuments, viewArrival } from "./arrival.view.js";
import { loadCallDocuments } from "./load-call-documents.js";
import { loadInvited } from "./load-invited.js";
import { loadPositions } from "./load-positions.js";
import { loadRoster } from "./load-roster.js";
import { PhoneRequest } from "./phone-request.entity.js";

/** What these browsers' pages show at `now`, by arrival and the tab that asks. An arrival that is gone is left out. */
export async function loadArrivals(db: EntityManager, asked: { arrivalId: string; tabId: string }[], now: Date) {
  const arrivals = await db.find(Arrival, {
    where: { id: In(asked.map(({ arrivalId }) => arrivalId)) },
    relations: { meeting: { clerk: true } },
  });
  const [positions, phones, documents, rosters, invited] = await Promise.all([
    loadPositions(
      db,
      arrivals.map(({ meeting }) => meeting),
      now,
    ),
    phonesOf(db, arrivals),
    loadCallDocuments(db, arrivals),
    loadRoster(
      db,
      arrivals.filter(isInCall).map(({ meetingId }) => meetingId),
    ),
    loadInvited(
      db,
      arrivals.map(({ meetingId }) => meetingId),
    ),
  ]);
  const byId = new Map<string, ArrivalSeen>(
    arrivals.map((arrival) => [
      arrival.id,
      {
        arrival,
        position: positions.get(arrival.meetingId) ?? null,
        phone: phones.get(arrival.meetingId) ?? null,
        documents: documents.get(arrival.meetingId) ?? noDocuments,
        helpers: invited.get(arrival.meetingId) ?? [],
        people: rosters.get(arrival.meetingId) ?? [],
      },
    ]),
  );
  return asked.flatMap(({ arrivalId, tabId }) => {
    const seen = byId.get(arrivalId);
    return seen ? [{ arrivalId, tabId, view: viewArrival(seen, tabId) }] : [];
  });
}

async function phonesOf(db: EntityManager, arrivals: Arrival[]): Promise<Map<string, PhoneRequest>> {
  const asked = await db.findBy(PhoneRequest, { meetingId: In(arrivals.map(({ meetingId }) => meetingId)) });
  return new Map(asked.map((request) => [request.meetingId, request]));
}
