import type { EntityManager } from "typeorm";
import { scheduleMessages, withdrawMessages } from "../../platform/outbox/schedule-message.js";
import { hashToken, newToken, sealToken } from "../../platform/tokens.js";
import { Guest } from "../meetings/guest.entity.js";
import { InterpreterLink } from "./interpreter-link.entity.js";

type Reached = { callId: string; meetingId: string; interpreterId: string; language: string };

/** An interpreter is asked into a running meeting by video. Whoever has a link and waits is at the door at once; anybody else is mailed theirs. The caller holds the meeting's lock. */
export async function reachByLink(db: EntityManager, reached: Reached, appSecret: string, now: Date): Promise<void> {
  const { callId, ...whom } = reached;
  const id = (await linkAgain(db, reached)) ?? (await makeLink(db, whom, callId, appSecret));
  const link = await db.findOneByOrFail(InterpreterLink, { id });
  if (link.state === "waiting" && link.seenAt) await db.update(Guest, { id: callId }, { atDoorAt: now });
  else await scheduleMessages(db, [{ kind: "interpreter_asked", subjectId: id, dueAt: now }]);
}

/** The link that they have into this meeting. */
async function linkAgain(db: EntityManager, { callId, meetingId, interpreterId, language }: Reached) {
  const [[found]]: [{ id: string }[]] = await db.query(
    `update interpreter_link set guest_id = $3, language = $4
     where meeting_id = $1 and interpreter_id = $2 and state <> 'withdrawn' returning id`,
    [meetingId, interpreterId, callId, language],
  );
  return found?.id;
}

async function makeLink(
  db: EntityManager,
  whom: Omit<Reached, "callId">,
  guestId: string,
  appSecret: string,
): Promise<string> {
  const token = newToken();
  const sealed = { linkHash: hashToken(token), linkSealed: sealToken(appSecret, token) };
  const { identifiers } = await db.insert(InterpreterLink, { ...whom, ...sealed, guestId, state: "invited" });
  return identifiers[0]!["id"];
}

/** A call by video is over: a mail that has not gone stays, and the link of whoever never came opens nothing any more, unless they keep the appointment free. */
export async function closeLink(db: EntityManager, callId: string, wasIn: boolean): Promise<void> {
  const links = await db.findBy(InterpreterLink, { guestId: callId });
  for (const { id, reservationId } of links) {
    await withdrawMessages(db, id);
    if (!wasIn && !reservationId) await db.update(InterpreterLink, { id }, { state: "withdrawn" });
  }
}
