import type { EntityManager } from "typeorm";
import type { ArrivedBrowser, Context } from "../../platform/context.js";
import { Refusal } from "../../platform/http/refusal.js";
import { Arrival } from "../meetings/arrival.entity.js";
import { lockMeeting } from "../meetings/load-meeting.js";
import type { Meeting } from "../meetings/meeting.entity.js";
import { Document } from "./document.entity.js";
import { mayAnswer } from "./document.policy.js";

type Own = { document: Document; meeting: Meeting };

/** A document between this browser's citizen and the clerk, while they are in the call: its meeting is locked.
    Refused: 404 not_found (also another meeting's), 410 meeting_ended, 403 not_admitted. */
export async function findOwnDocument({ db, actor }: Context<ArrivedBrowser>, documentId: string): Promise<Own> {
  const { meetingId } = await arrivalOf(db, actor);
  const meeting = await lockMeeting(db, meetingId);
  const [arrival, document] = await Promise.all([
    arrivalOf(db, actor),
    db.findOneBy(Document, { id: documentId, meetingId }),
  ]);
  if (!document) throw new Refusal(404, "not_found");
  if (meeting.status === "ended") throw new Refusal(410, "meeting_ended");
  if (!mayAnswer(arrival, document, meeting)) throw new Refusal(403, "not_admitted");
  return { document, meeting };
}

const arrivalOf = (db: EntityManager, { arrivalId }: ArrivedBrowser) => db.findOneByOrFail(Arrival, { id: arrivalId });
