import { randomUUID } from "node:crypto";
import { guestsPerMeeting } from "@balie/contract/company";
import { type AllowDialInInput, dialInMinutes, openDialIns } from "@balie/contract/dial-in";
import { type EntityManager, LessThanOrEqual } from "typeorm";
import type { ClerkActor, Context } from "../../platform/context.js";
import { Refusal } from "../../platform/http/refusal.js";
import { hashPin } from "../appointments/citizen-pin.js";
import { countCompany } from "../company/count-company.js";
import { DialIn } from "./dial-in.entity.js";
import { lockLedMeeting } from "./lock-led-meeting.js";
import { pinOf } from "./pin.js";

type Allowed = { dialIn: DialIn; pin: string };

/** The clerk who leads lets one person dial in. The same requestId again tells the same PIN, as long as it opens something.
    Refused: 404 not_found, 403 forbidden (who does not lead), 410 meeting_ended, dial_in_over (the same request, after its PIN), 409 meeting_not_in_progress, dial_ins_full, company_full. */
export async function allowDialIn(
  { db, actor, now }: Context<ClerkActor>,
  input: AllowDialInInput,
  appSecret: string,
): Promise<Allowed> {
  const { meetingId, requestId } = input;
  const meeting = await lockLedMeeting(db, actor, meetingId);
  if (meeting.status !== "in_progress") throw new Refusal(409, "meeting_not_in_progress");
  await closeExpired(db, meetingId, now);
  const earlier = await db.findOneBy(DialIn, { meetingId, requestId });
  if (earlier) return tellAgain(earlier, appSecret);
  await refuseFull(db, meetingId);

  const { role, name, language } = input;
  const expiresAt = new Date(now.getTime() + dialInMinutes * 60_000);
  return insertAlone(db, appSecret, {
    ...{ meetingId, requestId, askedBy: actor.clerkId, role, name, language, state: "open", askedAt: now, expiresAt },
    ...{ usedAt: null, room: null, joinedAt: null },
  });
}

const closeExpired = (db: EntityManager, meetingId: string, now: Date) =>
  db.update(DialIn, { meetingId, state: "open", expiresAt: LessThanOrEqual(now) }, { state: "expired", pinHash: null });

/** Under another application secret the PIN would be another one, and open nothing. */
function tellAgain(dialIn: DialIn, appSecret: string): Allowed {
  const pin = pinOf(appSecret, dialIn.id);
  if (!dialIn.pinHash?.equals(hashPin(appSecret, pin))) throw new Refusal(410, "dial_in_over");
  return { dialIn, pin };
}

async function refuseFull(db: EntityManager, meetingId: string) {
  const open = await db.countBy(DialIn, { meetingId, state: "open" });
  if (open >= openDialIns) throw new Refusal(409, "dial_ins_full");
  if ((await countCompany(db, meetingId)) + open >= guestsPerMeeting) throw new Refusal(409, "company_full");
}

/** Another id, and so another PIN, while an open one is alike. */
async function insertAlone(
  db: EntityManager,
  appSecret: string,
  asked: Omit<DialIn, "id" | "pinHash" | "meeting" | "clerk">,
): Promise<Allowed> {
  const id = randomUUID();
  const pin = pinOf(appSecret, id);
  const dialIn = db.create(DialIn, { ...asked, id, pinHash: hashPin(appSecret, pin) });
  const inserted = await db
    .createQueryBuilder()
    .insert()
    .into(DialIn)
    .values(dialIn)
    .orIgnore()
    .returning("id")
    .execute();
  return inserted.raw.length > 0 ? { dialIn, pin } : insertAlone(db, appSecret, asked);
}
