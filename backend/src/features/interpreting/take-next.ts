import type { EntityManager } from "typeorm";
import type { Dial } from "../../platform/calls/counter-control.js";
import { loadMunicipality } from "../counters/load-municipality.js";
import { isAtWork } from "../interpreters/interpreter.rules.js";
import { beginCall } from "./begin-call.js";
import { closeRequest } from "./close-request.js";
import { InterpreterCall } from "./interpreter-call.entity.js";
import { loadPhoneSeconds } from "./load-phone-seconds.js";
import { loadSpeakers } from "./load-speakers.js";
import type { LockedRequest } from "./lock-call.js";
import { dayBegan, mayDial } from "./phone.rules.js";
import { reachByLink } from "./reach-by-link.js";
import { tellTimers } from "./tell-hunt.js";

export type PhoneLimits = { allowed: readonly string[]; minutesPerDay: number; ringSeconds: number };

/** How long somebody who was mailed a link has to come. */
const linkSeconds = 300;

/** The next interpreter of a request's search, or its end: nobody is left, or the day's minutes are used up. By video they are mailed their link, and nothing is dialled. The caller holds the meeting's lock. */
export async function takeNext(
  db: EntityManager,
  locked: LockedRequest,
  limits: PhoneLimits,
  appSecret: string,
  now: Date,
): Promise<Dial | null> {
  const { request } = locked;
  const isByVideo = request.medium === "video";
  const [{ timeZone }, speakers] = await Promise.all([loadMunicipality(db), loadSpeakers(db, request, now)]);
  const usedSeconds = await loadPhoneSeconds(db, dayBegan(now, timeZone), now);
  if (!isByVideo && usedSeconds >= limits.minutesPerDay * 60) {
    await closeRequest(db, locked, { state: "unanswered", why: "daily_limit", at: now });
    return null;
  }
  const candidates = speakers.filter(
    (one) =>
      (isByVideo ? one.email !== null : mayDial(one.address, limits.allowed)) &&
      (one.isCalledAgain || isAtWork(one, now, timeZone)),
  );
  const patience = isByVideo ? linkSeconds : limits.ringSeconds;
  const begun = await beginCall(db, locked, candidates, { seconds: patience, now });
  if (!begun) {
    const wasTried = await db.existsBy(InterpreterCall, { requestId: request.id });
    await closeRequest(db, locked, {
      state: "unanswered",
      why: wasTried ? "all_tried" : "none_available",
      at: now,
    });
    return null;
  }
  const { dial, interpreterId } = begun;
  if (!isByVideo) return dial;
  const { meetingId, language } = request;
  await reachByLink(db, { callId: dial.call, meetingId, interpreterId, language }, appSecret, now);
  await tellTimers(db);
  return null;
}
