import { type EntityManager, In } from "typeorm";
import { Arrival } from "./arrival.entity.js";
import { type ArrivalSeen, viewArrival } from "./arrival.view.js";
import { loadAskedDocuments } from "./load-asked-documents.js";
import { loadQueue } from "./load-queue.js";
import { PhoneRequest } from "./phone-request.entity.js";

/** What these browsers' pages show at `now`, by arrival and the tab that asks. An arrival that is gone is left out. */
export async function loadArrivals(db: EntityManager, asked: { arrivalId: string; tabId: string }[], now: Date) {
  const arrivals = await db.find(Arrival, {
    where: { id: In(asked.map(({ arrivalId }) => arrivalId)) },
    relations: { meeting: { clerk: true } },
  });
  const [positions, phones, documents] = await Promise.all([
    positionsOf(db, arrivals, now),
    phonesOf(db, arrivals),
    loadAskedDocuments(db, arrivals),
  ]);
  const byId = new Map<string, ArrivalSeen>(
    arrivals.map((arrival) => [
      arrival.id,
      {
        arrival,
        position: positions.get(arrival.meetingId) ?? null,
        phone: phones.get(arrival.meetingId) ?? null,
        documents: documents.get(arrival.meetingId) ?? [],
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

/** 1 for the next, per counter; only for meetings that wait. */
async function positionsOf(db: EntityManager, arrivals: Arrival[], now: Date): Promise<Map<string, number>> {
  const counterIds = [
    ...new Set(arrivals.filter(({ meeting }) => meeting.status === "waiting").map(({ meeting }) => meeting.counterId)),
  ];
  if (counterIds.length === 0) return new Map();
  const waiting = (await loadQueue(db, counterIds, now)).filter(({ status }) => status === "waiting");
  return new Map(
    counterIds.flatMap((counterId) =>
      waiting
        .filter((one) => one.counterId === counterId)
        .map(({ meetingId }, index): [string, number] => [meetingId, index + 1]),
    ),
  );
}
