import { type EntityManager, QueryFailedError } from "typeorm";
import { Refusal } from "../../platform/http/refusal.js";
import { freeSeat, type Slot, slotStartingAt, type Timetable } from "../availability/slot.rules.js";
import { loadTaken } from "./load-taken.js";

/** A free seat for the slot that starts then; call it with the counter locked. `except`: the appointment that moves there.
    Refused: 409 slot_not_offered (hours, notice, horizon), 409 slot_taken. */
export async function takeSlot(
  db: EntityManager,
  counterId: string,
  startsAt: Date,
  timetable: Timetable,
  now: Date,
  except?: string,
): Promise<Slot & { seat: number }> {
  const slot = slotStartingAt(startsAt, timetable, now);
  if (!slot) throw new Refusal(409, "slot_not_offered");
  const seat = freeSeat(
    slot,
    await loadTaken(db, counterId, slot.startsAt, slot.seatFreeAt, except),
    timetable.capacity,
  );
  if (seat === null) throw new Refusal(409, "slot_taken");
  return { ...slot, seat };
}

const exclusionViolation = "23P01";

/** The database's own last word on double booking, as a refusal. */
export function refuseOverlap(fault: unknown): never {
  if (fault instanceof QueryFailedError && fault.driverError.code === exclusionViolation)
    throw new Refusal(409, "slot_taken");
  throw fault;
}
