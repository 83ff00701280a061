import type { CallTokenView } from "@balie/contract/meetings";
import type { Config } from "../../config.js";
import { type CallPerson, callTokenMinutes, mintCallToken } from "../../platform/calls/mint-call-token.js";
import type { ArrivedBrowser, ClerkActor, Context } from "../../platform/context.js";
import { Refusal } from "../../platform/http/refusal.js";
import { Clerk } from "../clerks/clerk.entity.js";
import { Arrival } from "./arrival.entity.js";
import { Guest } from "./guest.entity.js";
import { lockMeetingFor } from "./load-meeting.js";
import type { Meeting } from "./meeting.entity.js";
import { leads } from "./meeting.policy.js";

/** The gate for the citizen: a token only for an admitted browser's newest tab while the meeting is in progress.
    Refused: 403 arrival_removed, arrival_replaced, not_admitted; 409 other_tab; 410 meeting_ended. */
export async function issueCitizenToken(
  { db, actor, now }: Context<ArrivedBrowser>,
  tabId: string,
  config: Config,
): Promise<CallTokenView> {
  const arrival = await db.findOneOrFail(Arrival, {
    where: { id: actor.arrivalId },
    relations: { meeting: { appointment: true } },
  });
  if (arrival.meeting.status === "ended") throw new Refusal(410, "meeting_ended");
  if (arrival.state === "removed") throw new Refusal(403, "arrival_removed");
  if (arrival.state === "replaced") throw new Refusal(403, "arrival_replaced");
  if (arrival.state !== "admitted" || arrival.meeting.status !== "in_progress") throw new Refusal(403, "not_admitted");
  if (arrival.tabId !== tabId) throw new Refusal(409, "other_tab");
  const { citizenName } = arrival.meeting.appointment;
  return issue(config, { userId: arrival.id, name: citizenName, role: "citizen" }, arrival.meeting, now);
}

/** The gate for the clerk who leads the meeting. Refused: 404 not_found, 403 forbidden, 410 meeting_ended, 409 meeting_not_in_progress. */
export async function issueClerkToken(
  context: Context<ClerkActor>,
  meetingId: string,
  config: Config,
): Promise<CallTokenView> {
  return issueLeaderToken(context, await lockMeetingFor(context.db, context.actor, meetingId), config);
}

/** The same, of a meeting that this transaction has locked. */
export async function issueLeaderToken(
  { db, actor, now }: Context<ClerkActor>,
  meeting: Meeting,
  config: Config,
): Promise<CallTokenView> {
  if (meeting.status === "ended") throw new Refusal(410, "meeting_ended");
  if (meeting.status !== "in_progress") throw new Refusal(409, "meeting_not_in_progress");
  if (!leads(actor, meeting)) throw new Refusal(403, "forbidden");
  const { name } = await db.findOneByOrFail(Clerk, { id: actor.clerkId });
  return issue(config, { userId: meeting.ledAs ?? actor.clerkId, name, role: "clerk" }, meeting, now);
}

/** The gate for a guest, once the feature that let them in knows that it is they. Refused: 410 meeting_ended, guest_gone; 409 guest_not_told. */
export async function issueGuestToken(
  { db, now }: Pick<Context, "db" | "now">,
  guestId: string,
  config: Config,
): Promise<CallTokenView> {
  const guest = await db.findOneOrFail(Guest, { where: { id: guestId }, relations: { meeting: true } });
  if (guest.meeting.status === "ended") throw new Refusal(410, "meeting_ended");
  if (guest.state === "announced") throw new Refusal(409, "guest_not_told");
  if (guest.state !== "admitted") throw new Refusal(410, "guest_gone");
  return issue(config, { userId: guest.id, name: guest.name, role: guest.role }, guest.meeting, now);
}

async function issue(config: Config, person: CallPerson, { room }: Meeting, now: Date): Promise<CallTokenView> {
  if (!config.CALLS_AVAILABLE) throw new Refusal(503, "calls_unavailable");
  const settings = { appId: config.JITSI_APP_ID, appSecret: config.JITSI_APP_SECRET, domain: config.JITSI_DOMAIN };
  return {
    token: await mintCallToken(settings, person, room!, now),
    expiresAt: new Date(now.getTime() + callTokenMinutes * 60_000).toISOString(),
    room: room!,
    domain: config.JITSI_DOMAIN,
    mucDomain: config.JITSI_MUC_DOMAIN,
    serviceUrl: config.JITSI_SERVICE_URL,
    hasBridge: config.JITSI_BRIDGE,
    userId: person.userId,
    role: person.role,
  };
}
