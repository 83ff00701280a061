import type { EntityManager } from "typeorm";
import { Refusal } from "../../platform/http/refusal.js";
import { Closure } from "../counters/closure.entity.js";
import { loadMunicipality } from "../counters/load-municipality.js";
import type { Municipality } from "../counters/municipality.entity.js";
import { OpeningHours } from "../counters/opening-hours.entity.js";
import { Service } from "../services/service.entity.js";
import type { Timetable } from "./slot.rules.js";

/** Loads what decides when a service can be had. Refused: 404 not_found for a service that is not offered. */
export async function loadTimetable(
  db: EntityManager,
  serviceId: string,
): Promise<{ service: Service; municipality: Municipality; timetable: Timetable }> {
  const service = await db.findOne(Service, {
    where: { id: serviceId, isOffered: true },
    relations: { counter: true },
  });
  if (!service) throw new Refusal(404, "not_found");
  const { counter, counterId } = service;
  const municipality = await loadMunicipality(db);
  const hours = await db.findBy(OpeningHours, { counterId });
  const closures = await db.findBy(Closure, { counterId });
  const { capacity, slotMinutes, noticeMinutes, horizonDays } = counter;
  const { durationMinutes, bufferMinutes } = service;
  const timetable = {
    timeZone: municipality.timeZone,
    hours,
    closures,
    capacity,
    slotMinutes,
    noticeMinutes,
    horizonDays,
    durationMinutes,
    bufferMinutes,
  };
  return { service, municipality, timetable };
}
