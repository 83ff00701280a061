import { guestsPerMeeting } from "@balie/contract/company";
import { type EntityManager, In } from "typeorm";
import type { ClerkActor, Context } from "../../platform/context.js";
import { Refusal } from "../../platform/http/refusal.js";
import { announce } from "../../platform/live/announce.js";
import { Clerk } from "../clerks/clerk.entity.js";
import { lockMeeting } from "../meetings/load-meeting.js";
import { Colleague } from "./colleague.entity.js";
import { mayAsk } from "./company.policy.js";
import { countCompany } from "./count-company.js";

/** The clerk who leads asks another clerk of the municipality into the running meeting. Who is asked already, or is in, is not asked again.
    Refused: 404 not_found, 410 meeting_ended, 409 meeting_not_in_progress, company_full. */
export async function askColleague(
  { db, actor, now }: Context<ClerkActor>,
  { meetingId, clerkId }: { meetingId: string; clerkId: string },
): Promise<string> {
  const meeting = await lockMeeting(db, meetingId);
  if (!mayAsk(actor, meeting)) throw new Refusal(404, "not_found");
  if (meeting.status === "ended") throw new Refusal(410, "meeting_ended");
  if (meeting.status !== "in_progress") throw new Refusal(409, "meeting_not_in_progress");
  const isClerk = clerkId !== actor.clerkId && (await db.existsBy(Clerk, { id: clerkId, isActive: true }));
  if (!isClerk) throw new Refusal(404, "not_found");
  const standing = await findStanding(db, meetingId, clerkId);
  if (standing) return standing.id;
  if ((await countCompany(db, meetingId)) >= guestsPerMeeting) throw new Refusal(409, "company_full");

  const request = db.create(Colleague, { meetingId, clerkId, state: "asked", askedAt: now });
  await db.insert(Colleague, request);
  await announce(db, `counter:${meeting.counterId}`);
  return request.id;
}

/** Waits for an answer, or has a place. */
const findStanding = (db: EntityManager, meetingId: string, clerkId: string) =>
  db.findOneBy(Colleague, [
    { meetingId, clerkId, state: "asked" },
    { meetingId, clerkId, state: "accepted", guest: { state: In(["announced", "admitted"]) } },
  ]);
