import { guestsPerMeeting } from "@balie/contract/company";
import type { UsePinInput } from "@balie/contract/dial-in";
import { type EntityManager, MoreThan } from "typeorm";
import type { Context, VoiceMenu } from "../../platform/context.js";
import { Refusal } from "../../platform/http/refusal.js";
import { hashPin } from "../appointments/citizen-pin.js";
import { readPin } from "../appointments/pin.rules.js";
import { countCompany } from "../company/count-company.js";
import { announceGuest } from "../meetings/announce-guest.js";
import { lockMeeting } from "../meetings/load-meeting.js";
import type { Meeting } from "../meetings/meeting.entity.js";
import type { Expect } from "./answer-caller.js";
import { arriveByTelephone } from "./arrive-by-telephone.js";
import type { Answered } from "./caller.view.js";
import { DialIn } from "./dial-in.entity.js";
import { type CitizenFound, findCitizen } from "./find-citizen.js";
import { missMemoryMs, secondsToWait } from "./guessing.rules.js";
import { expectedSeconds, isExpecting } from "./is-expecting.js";
import { hashCaller } from "./pin.js";
import { PinMiss } from "./pin-miss.entity.js";

const busySeconds = 5;

type Settings = {
  appSecret: string;
  /** When it rejects, the PIN stays open. */
  expect: Expect;
};

/** Somebody typed a PIN in the voice menu. A guest's is used up, they are announced to the citizen, and their telephone is expected. A citizen's makes them wait, and is right until the end.
    Refused: 404 pin_unknown, always alike, and the miss is kept (the refusal is returned, not thrown); 429 too_many_requests (guessing, or another telephone is on its way into that room), 409 company_full,
    menu_cannot_wait (a citizen's PIN). */
export async function usePin(
  { db, now }: Context<VoiceMenu>,
  { pin: typed, caller, canWait }: UsePinInput,
  { appSecret, expect }: Settings,
): Promise<Answered | Refusal> {
  // One after the other, whichever process is asked: so that no guess slips past the count.
  await db.query("select pg_advisory_xact_lock(hashtextextended('use-pin', 0))");
  const callerHash = hashCaller(appSecret, caller);
  const seconds = secondsToWait(await loadMisses(db, callerHash, now), now);
  if (seconds > 0) throw new Refusal(429, "too_many_requests", { retryAfterSeconds: seconds });
  const pin = readPin(typed);
  const found = pin === null ? null : await findWhose(db, hashPin(appSecret, pin), now);
  if (!found) {
    await db.insert(PinMiss, { callerHash, missedAt: now });
    return new Refusal(404, "pin_unknown");
  }
  if ("dialIn" in found) return bringGuest(db, found, expect, now);
  if (!canWait) throw new Refusal(409, "menu_cannot_wait");
  return arriveByTelephone(db, found, expect, now);
}

async function bringGuest(db: EntityManager, found: Found, expect: Expect, now: Date): Promise<Answered> {
  const { dialIn, meeting } = found;
  await refuseBusy(db, meeting, now);
  await letIn(db, found, now);
  const { id, name, role } = dialIn;
  await expect({ room: meeting.room!, call: id, user: { id, name, role }, seconds: expectedSeconds });
  return { room: meeting.room! };
}

const loadMisses = (db: EntityManager, callerHash: Buffer | null, now: Date) =>
  db
    .find(PinMiss, {
      where: { missedAt: MoreThan(new Date(now.getTime() - missMemoryMs)) },
      order: { missedAt: "ASC" },
    })
    .then((misses) =>
      misses.map(({ callerHash: other, missedAt }) => ({
        isThisCaller: other === null ? callerHash === null : callerHash !== null && other.equals(callerHash),
        missedAt,
      })),
    );

type Found = { dialIn: DialIn; meeting: Meeting };

/** A guest's and a citizen's that are alike open neither. */
async function findWhose(db: EntityManager, pinHash: Buffer, now: Date): Promise<Found | CitizenFound | null> {
  const guest = await findOpen(db, pinHash, now);
  const citizen = await findCitizen(db, pinHash, now);
  return guest && citizen ? null : (guest ?? citizen);
}

async function findOpen(db: EntityManager, pinHash: Buffer, now: Date): Promise<Found | null> {
  const seen = await db.findOneBy(DialIn, { pinHash, state: "open" });
  if (!seen) return null;
  const meeting = await lockMeeting(db, seen.meetingId);
  const dialIn = await db.findOneBy(DialIn, { id: seen.id, state: "open", expiresAt: MoreThan(now) });
  return dialIn && meeting.status === "in_progress" ? { dialIn, meeting } : null;
}

async function refuseBusy(db: EntityManager, meeting: Meeting, now: Date) {
  if (await isExpecting(db, meeting.id, now))
    throw new Refusal(429, "too_many_requests", { retryAfterSeconds: busySeconds });
  if ((await countCompany(db, meeting.id)) >= guestsPerMeeting) throw new Refusal(409, "company_full");
}

async function letIn(db: EntityManager, { dialIn, meeting }: Found, now: Date) {
  const { id, role, name, language } = dialIn;
  await db.update(DialIn, { id }, { state: "used", usedAt: now, pinHash: null, room: meeting.room });
  await announceGuest(db, meeting, { id, role, name, language, isByPhone: true }, now);
}
