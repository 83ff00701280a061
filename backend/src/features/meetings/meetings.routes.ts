import { guestPath, guestTold, tellOfGuestInput } from "@balie/contract/guests";
import {
  admitInput,
  admittedView,
  appointmentsAhead,
  arrivalView,
  arriveInput,
  callTokenInput,
  callTokenView,
  changeMediumInput,
  departInput,
  meetingPath,
  phoneAnswer,
  phoneRequestInput,
  queueEntry,
  queueView,
  removeInput,
  tabId,
} from "@balie/contract/meetings";
import { sentId } from "@balie/contract/sent-id";
import type { EntityManager } from "typeorm";
import { z } from "zod";
import type { Config } from "../../config.js";
import { type Http, route } from "../../platform/http/route.js";
import type { Appointment } from "../appointments/appointment.entity.js";
import { waitingRoomClosesAt } from "../appointments/appointment.rules.js";
import { admit } from "./admit.js";
import { arrive } from "./arrive.js";
import { askForPhoneCall } from "./ask-for-phone-call.js";
import { changeMedium } from "./change-medium.js";
import { depart } from "./depart.js";
import { endMeeting } from "./end-meeting.js";
import { arrivalCookie } from "./find-arrival.js";
import { issueCitizenToken, issueClerkToken, issueLeaderToken } from "./issue-call-token.js";
import { listAhead } from "./list-ahead.js";
import { loadArrivals } from "./load-arrivals.js";
import { loadEntry } from "./load-entry.js";
import { loadQueue } from "./load-queue.js";
import type { Meeting } from "./meeting.entity.js";
import { viewQueue } from "./queue.view.js";
import { removeGuest } from "./remove-guest.js";
import { removePerson } from "./remove-person.js";
import { tellOfGuest } from "./tell-of-guest.js";

export const callToken = { output: callTokenView, limit: { name: "call-token", points: 60, seconds: 60 } } as const;
export const arriving = {
  input: arriveInput,
  output: arrivalView,
  limit: { name: "arrive", points: 60, seconds: 60 },
} as const;
/** A call may run past the waiting room's closing time; the cookie lives on for it. */
const cookieSlackSeconds = 6 * 3600;

export function meetingRoutes(config: Config) {
  const arrival = async (db: EntityManager, id: string, tab: string, now: Date) =>
    (await loadArrivals(db, [{ arrivalId: id, tabId: tab }], now))[0]!.view;
  const entry = (db: EntityManager, meeting: Meeting, now: Date) => loadEntry(db, meeting, now);

  return [
    route({
      method: "POST",
      path: "/api/appointment/arrival",
      access: "link",
      ...arriving,
      run: async (context, input, http) => {
        const arrived = await arrive(context, input, (meetingId) => http.cookie(arrivalCookie(meetingId)));
        const name = arrivalCookie(arrived.arrival.meetingId);
        if (arrived.newToken) keepArrival(http, name, arrived.newToken, arrived.appointment, context.now);
        return arrival(context.db, arrived.arrival.id, input.tabId, context.now);
      },
    }),
    route({
      method: "POST",
      path: "/api/appointment/phone-request",
      access: "link",
      limit: { name: "phone-request", points: 20, seconds: 600 },
      input: phoneRequestInput,
      output: phoneAnswer,
      run: askForPhoneCall,
    }),
    route({
      method: "POST",
      path: "/api/arrivals/:arrivalId/call-token",
      access: "arrival",
      ...callToken,
      input: callTokenInput,
      run: (context, input) => issueCitizenToken(context, input.tabId, config),
    }),
    route({
      method: "POST",
      path: "/api/arrivals/:arrivalId/departure",
      access: "arrival",
      input: departInput,
      output: arrivalView,
      run: async (context, input) => {
        await depart(context, input);
        return arrival(context.db, input.arrivalId, input.tabId, context.now);
      },
    }),
    route({
      method: "POST",
      path: "/api/arrivals/:arrivalId/guests/:guestId/told",
      access: "arrival",
      input: tellOfGuestInput,
      output: guestTold,
      run: tellOfGuest,
    }),
    route({
      method: "GET",
      path: "/api/queue",
      access: "clerk",
      input: z.object({}),
      output: queueView,
      run: async ({ db, actor, now }) => viewQueue(await loadQueue(db, actor.counterIds, now), now),
    }),
    route({
      method: "GET",
      path: "/api/appointments-ahead",
      access: "clerk",
      input: z.object({}),
      output: appointmentsAhead,
      run: listAhead,
    }),
    route({
      method: "POST",
      path: "/api/meetings/:meetingId/admission",
      access: "clerk",
      input: admitInput,
      output: admittedView,
      run: async (context, input) => {
        const meeting = await admit(context, input);
        const [callToken, changed] = await Promise.all([
          issueLeaderToken(context, meeting, config),
          entry(context.db, meeting, context.now),
        ]);
        return { entry: changed, callToken };
      },
    }),
    route({
      method: "POST",
      path: "/api/meetings/:meetingId/removal",
      access: "clerk",
      input: removeInput,
      output: queueEntry,
      run: async (context, input) => entry(context.db, await removePerson(context, input), context.now),
    }),
    route({
      method: "POST",
      path: "/api/meetings/:meetingId/guests/:guestId/removal",
      access: "clerk",
      input: guestPath,
      output: queueEntry,
      run: async (context, input) => entry(context.db, await removeGuest(context, input), context.now),
    }),
    route({
      method: "POST",
      path: "/api/meetings/:meetingId/medium",
      access: "clerk",
      input: changeMediumInput,
      output: queueEntry,
      run: async (context, input) => entry(context.db, await changeMedium(context, input), context.now),
    }),
    route({
      method: "POST",
      path: "/api/meetings/:meetingId/end",
      access: "clerk",
      input: meetingPath,
      output: queueEntry,
      run: async (context, input) => entry(context.db, await endMeeting(context, input), context.now),
    }),
    route({
      method: "POST",
      path: "/api/meetings/:meetingId/call-token",
      access: "clerk",
      ...callToken,
      input: meetingPath,
      run: (context, input) => issueClerkToken(context, input.meetingId, config),
    }),
  ];
}

/** The browser is known by this cookie from now on. */
export function keepArrival(http: Http, name: string, token: string, appointment: Appointment, now: Date) {
  const secondsLeft = Math.max(0, Math.round((waitingRoomClosesAt(appointment).getTime() - now.getTime()) / 1000));
  http.setCookie(name, token, { path: "/api/", maxAgeSeconds: secondsLeft + cookieSlackSeconds, sameSite: "lax" });
}

export const arrivalStreamInput = z.object({ arrivalId: sentId, tabId });
