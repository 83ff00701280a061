import { guestsPerMeeting } from "@balie/contract/company";
import { type AskInterpreterInput, interpretersAtOnce } from "@balie/contract/interpreters";
import { isSigned } from "@balie/contract/locales/interpreted-languages";
import { type EntityManager, IsNull } from "typeorm";
import type { ClerkActor, Context } from "../../platform/context.js";
import { Refusal } from "../../platform/http/refusal.js";
import { announce } from "../../platform/live/announce.js";
import { countCompany } from "../company/count-company.js";
import { lockMeetingFor } from "../meetings/load-meeting.js";
import type { Meeting } from "../meetings/meeting.entity.js";
import { leads } from "../meetings/meeting.policy.js";
import { InterpreterLink } from "./interpreter-link.entity.js";
import { InterpreterRequest } from "./interpreter-request.entity.js";
import { refuseWithoutRight } from "./refuse-without-right.js";
import { tellHunt } from "./tell-hunt.js";

/** The clerk who leads asks for an interpreter; the worker searches. Whoever confirmed ahead for this appointment comes first; by video they are let in if they wait. The same requestId again is the same request.
    Refused: 404 not_found (also a call to ring again, or somebody to let in, of another meeting), 403 forbidden (who does not lead), may_not_phone, 410 meeting_ended, 409 meeting_not_in_progress, interpreter_by_video (a sign language by telephone), no_phone, interpreters_full, company_full. */
export async function askInterpreter(
  { db, actor, now }: Context<ClerkActor>,
  { meetingId, requestId, language, medium, callAgain, letIn }: AskInterpreterInput,
  { hasPhone }: { hasPhone: boolean },
): Promise<string> {
  const meeting = await lockMeetingFor(db, actor, meetingId);
  if (!leads(actor, meeting)) throw new Refusal(403, "forbidden");
  await refuseWithoutRight(db, actor);
  if (meeting.status === "ended") throw new Refusal(410, "meeting_ended");
  if (meeting.status !== "in_progress") throw new Refusal(409, "meeting_not_in_progress");
  const known = await db.findOneBy(InterpreterRequest, { meetingId, requestId });
  if (known) return known.id;
  if (medium === "phone" && isSigned(language)) throw new Refusal(409, "interpreter_by_video");
  if (medium === "phone" && !hasPhone) throw new Refusal(409, "no_phone");
  await refuseFull(db, meetingId);

  const callAgainId = await findWanted(db, meeting, { language, callAgain, letIn });
  const { identifiers } = await db.insert(InterpreterRequest, {
    ...{ meetingId, requestId, clerkId: actor.clerkId, language, medium, callAgainId },
    state: "queued",
    askedAt: now,
    dueAt: () => "now()",
  });
  const id: string = identifiers[0]!["id"];
  await tellHunt(db, id);
  await announce(db, `counter:${meeting.counterId}`);
  return id;
}

/** Whoever is sought will need a place too. */
async function refuseFull(db: EntityManager, meetingId: string) {
  const open = await db.countBy(InterpreterRequest, { meetingId, endedAt: IsNull() });
  if (open >= interpretersAtOnce) throw new Refusal(409, "interpreters_full");
  const sought = await db.countBy(InterpreterRequest, { meetingId, state: "queued" });
  if ((await countCompany(db, meetingId)) + sought >= guestsPerMeeting) throw new Refusal(409, "company_full");
}

type Wanted = Pick<AskInterpreterInput, "language" | "callAgain" | "letIn">;

/** Who is asked first: somebody whom the clerk named, or whoever confirmed ahead. */
async function findWanted(db: EntityManager, { id, appointmentId }: Meeting, { language, callAgain, letIn }: Wanted) {
  if (letIn) return findWaiting(db, id, letIn);
  return callAgain ? findInterpreterOf(db, id, callAgain) : findConfirmed(db, appointmentId, language);
}

async function findWaiting(db: EntityManager, meetingId: string, linkId: string): Promise<string> {
  const link = await db.findOneBy(InterpreterLink, { id: linkId, meetingId, state: "waiting" });
  if (!link) throw new Refusal(404, "not_found");
  return link.interpreterId;
}

async function findInterpreterOf(db: EntityManager, meetingId: string, callId: string): Promise<string> {
  const [found] = await db.query(
    `select c.interpreter_id id from interpreter_call c join interpreter_request r on r.id = c.request_id
     where c.id = $1 and r.meeting_id = $2`,
    [callId, meetingId],
  );
  if (!found) throw new Refusal(404, "not_found");
  return found.id;
}

/** Who keeps this appointment free, by the row of the feature below. */
async function findConfirmed(db: EntityManager, appointmentId: string, language: string): Promise<string | null> {
  const [found] = await db.query(
    "select interpreter_id id from interpreter_reservation where appointment_id = $1 and language = $2 and state = 'confirmed'",
    [appointmentId, language],
  );
  return found?.id ?? null;
}
