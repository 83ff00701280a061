import type { EntityManager } from "typeorm";
import type { ArrivedBrowser } from "../../platform/context.js";
import { Refusal } from "../../platform/http/refusal.js";
import { hashToken } from "../../platform/tokens.js";
import { Arrival } from "./arrival.entity.js";

/** One cookie per meeting: a citizen with two appointments keeps both. */
export const arrivalCookie = (meetingId: string): string => `balie_arrival_${meetingId}`;

/** The browser that holds the cookie of this arrival. Refused: 401 unauthenticated, also for another's arrival. */
export async function findArrival(
  db: EntityManager,
  arrivalId: string | undefined,
  cookie: (name: string) => string | undefined,
): Promise<ArrivedBrowser> {
  if (!arrivalId || !/^[0-9a-f-]{36}$/i.test(arrivalId)) throw new Refusal(401, "unauthenticated");
  const arrival = await db.findOneBy(Arrival, { id: arrivalId });
  const token = arrival && cookie(arrivalCookie(arrival.meetingId));
  if (!arrival || !token || !hashToken(token).equals(arrival.tokenHash)) throw new Refusal(401, "unauthenticated");
  return { kind: "arrival", arrivalId: arrival.id };
}
