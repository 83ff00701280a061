import type { EntityManager } from "typeorm";
import type { ArrivedBrowser, Context } from "../../platform/context.js";
import { Refusal } from "../../platform/http/refusal.js";
import { Arrival } from "../meetings/arrival.entity.js";
import { lockMeeting } from "../meetings/load-meeting.js";
import type { Meeting } from "../meetings/meeting.entity.js";
import { Document } from "./document.entity.js";
import { mayAnswer } from "./document.policy.js";

type Asked = { document: Document; meeting: Meeting };

/** A document that this browser is asked for now, for an answer: its meeting is locked.
    Refused: 404 not_found (also another meeting's), 410 meeting_ended, 403 not_admitted, 409 document_answered. */
export async function findAskedDocument({ db, actor }: Context<ArrivedBrowser>, documentId: string): Promise<Asked> {
  const { meetingId } = await arrivalOf(db, actor);
  const meeting = await lockMeeting(db, meetingId);
  const [arrival, document] = await Promise.all([
    arrivalOf(db, actor),
    db.findOneBy(Document, { id: documentId, meetingId }),
  ]);
  if (!document) throw new Refusal(404, "not_found");
  if (meeting.status === "ended") throw new Refusal(410, "meeting_ended");
  if (!mayAnswer(arrival, document, meeting)) throw new Refusal(403, "not_admitted");
  if (document.state !== "asked") throw new Refusal(409, "document_answered");
  return { document, meeting };
}

const arrivalOf = (db: EntityManager, { arrivalId }: ArrivedBrowser) => db.findOneByOrFail(Arrival, { id: arrivalId });
