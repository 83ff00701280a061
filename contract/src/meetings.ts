import { z } from "zod";
import { deviceCheckView } from "./device-checks.js";
import { askedDocument, documentView, givenDocument, givenDocumentView } from "./documents.js";
import { callRole, roster } from "./guests.js";
import { handoverView, pastHandover } from "./handovers.js";
import { helperView, queueHelper } from "./helpers.js";
import { language, localised } from "./languages.js";
import { neededInterpreter } from "./reservations.js";
import { sentId } from "./sent-id.js";
import { preparedPage } from "./services.js";

export const meetingStatus = z.enum(["planned", "waiting", "in_progress", "parked", "ended"]);
export type MeetingStatus = z.infer<typeof meetingStatus>;

/** How people talk: through the room, by video or with a citizen who dialled in; or by an ordinary telephone call while the room waits (`phone`). */
export const medium = z.enum(["video", "dial_in", "phone"]);
export type Medium = z.infer<typeof medium>;

/** As people write it; nobody but the clerk of the counter sees it. */
export const phoneNumber = z
  .string()
  .trim()
  .regex(/^\+?[0-9 ()./-]{6,30}$/);

/** The citizen's wish, and so their consent, to be phoned in this meeting. */
export const phoneView = z.object({ number: z.string(), askedAt: z.iso.datetime() });
export type PhoneView = z.infer<typeof phoneView>;

/** POST /api/appointment/phone-request (link token) → phoneAnswer. A number of null takes the wish back. */
export const phoneRequestInput = z.object({ number: phoneNumber.nullable() });
export const phoneAnswer = z.object({ phone: phoneView.nullable() });
export type PhoneAnswer = z.infer<typeof phoneAnswer>;

/** One browser that came by the link, or a caller. `left`: went away of its own will while waiting. */
export const arrivalState = z.enum(["waiting", "admitted", "left", "removed", "replaced"]);
export type ArrivalState = z.infer<typeof arrivalState>;

/** A random name of one browser tab, made anew at each page load: the newest tab of a browser holds the arrival. */
export const tabId = z.string().regex(/^[A-Za-z0-9_-]{16,64}$/);

/** POST /api/appointment/arrival (link token) → 200 arrivalView and the arrival cookie. Only ever sent by a person's click, or by a reload
    of a tab whose browser has the cookie already (then `isReturn`: it never creates an arrival, and answers 403 not_admitted without one). */
export const arriveInput = z.object({ tabId, isReturn: z.boolean().default(false) });
export type ArriveInput = z.input<typeof arriveInput>;

/** What the waiting room and the call page show; the answer of an arrival and each `arrival` event of
    GET /api/arrivals/:arrivalId/events?tabId=… (arrival cookie). */
export const arrivalView = z.object({
  id: z.uuid(),
  state: arrivalState,
  meetingId: z.uuid(),
  meetingStatus,
  /** This tab holds the arrival; false: another tab of this browser took over. */
  isCurrentTab: z.boolean(),
  /** Another browser is in the meeting, and the clerk has to nod. */
  isOtherBrowser: z.boolean(),
  /** Who admitted, set by the server. */
  clerk: z.object({ name: z.string() }).nullable(),
  medium,
  phone: phoneView.nullable(),
  /** Whom the citizen invited to help; withdrawn ones are left out. */
  helpers: z.array(helperView),
  /** 1: next in the queue; null when not waiting. */
  position: z.number().int().nullable(),
  /** What the clerk asked for, for the admitted browser while the meeting is in progress. */
  documents: z.array(askedDocument),
  /** Who belongs in the call, for the admitted browser while the meeting is in progress. */
  people: roster,
  /** What the clerk gives, likewise. */
  givenDocuments: z.array(givenDocument),
  /** What the clerk shows, for the admitted browser while the meeting is in progress. */
  shownPage: preparedPage.nullable(),
});
export type ArrivalView = z.infer<typeof arrivalView>;

/** POST /api/arrivals/:arrivalId/call-token {tabId} (arrival cookie): citizen. POST /api/meetings/:meetingId/call-token {} : clerk.
    A waiting page need not ask: a `callToken` event of its stream brings the answer (callTokenView) once, just before the `arrival` event that tells of the admission. */
export const callTokenInput = z.object({ arrivalId: sentId, tabId });
/** All that the call page needs to join: minted for one room and one person, a few minutes long. */
export const callTokenView = z.object({
  token: z.string(),
  expiresAt: z.iso.datetime(),
  room: z.string(),
  /** XMPP domain and MUC domain. */
  domain: z.string(),
  mucDomain: z.string(),
  /** wss://…/xmpp-websocket, without the room. */
  serviceUrl: z.string(),
  /** true: jicofo and a bridge; false: clerk and citizen, browser to browser, and guests in writing only. */
  hasBridge: z.boolean(),
  /** This person's own id in the token (context.user.id). */
  userId: z.string(),
  role: callRole,
});
export type CallTokenView = z.infer<typeof callTokenView>;

/** POST /api/arrivals/:arrivalId/departure {tabId} (arrival cookie) → arrivalView. While waiting: gives up the place. In the call: hangs up; the citizen may return while it runs. */
export const departInput = z.object({ arrivalId: sentId, tabId });

export const queueArrival = z.object({
  id: z.uuid(),
  state: arrivalState,
  arrivedAt: z.iso.datetime(),
  /** The page is open and in touch; a caller is on the line. */
  isConnected: z.boolean(),
  /** In the Jitsi room, as Prosody told. */
  isInCall: z.boolean(),
  /** A caller, who dialled in with the PIN of the appointment. */
  isByPhone: z.boolean(),
  /** The voice menu was told the room: the caller's telephone is on its way there. */
  isExpected: z.boolean(),
});
export type QueueArrival = z.infer<typeof queueArrival>;

export const queueEntry = z.object({
  meetingId: z.uuid(),
  appointmentId: z.uuid(),
  status: meetingStatus,
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  serviceName: localised,
  counterName: localised,
  citizenName: z.string(),
  language,
  question: z.string(),
  concernsName: z.string().nullable(),
  /** Of a citizen without e-mail: whatever changes, they can be told by telephone alone. null: mail reaches them. */
  numberWithoutMail: z.string().nullable(),
  /** The language that the citizen needs interpreted, and how it stands with the interpreter; null: no need. */
  interpreter: neededInterpreter.nullable(),
  /** What the citizen's own check of device and line found; null: not checked. */
  deviceCheck: deviceCheckView.nullable(),
  medium,
  phone: phoneView.nullable(),
  clerk: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  isClerkInCall: z.boolean(),
  /** Whom the citizen invited to help, in that order; withdrawn ones are left out. */
  helpers: z.array(queueHelper),
  startedAt: z.iso.datetime().nullable(),
  endedAt: z.iso.datetime().nullable(),
  hasOutcome: z.boolean(),
  /** Who led the meeting before, the first first. */
  handovers: z.array(pastHandover),
  /** Browsers that are here or were here, the first first; those that left are not listed. */
  arrivals: z.array(queueArrival),
  /** In the order in which they were asked for. */
  documents: z.array(documentView),
  /** Who belongs in the call; empty when it is not in progress. */
  people: roster,
  givenDocuments: z.array(givenDocumentView),
  /** What its service has ready to be shown, once the call has begun. */
  pages: z.array(preparedPage),
  /** The address of the one that the citizen is shown now. */
  shownPage: z.string().nullable(),
});
export type QueueEntry = z.infer<typeof queueEntry>;

/** Each `handovers` event of GET /api/queue/events: what this clerk is asked to take over, and what they ask in the meetings they lead, of meetings in progress only; `taken`: who leads one that was theirs. And the
    meetings that were handed to them at a counter where they do not work, which their queue does not have. */
export const handoversView = z.object({
  asked: z.array(handoverView),
  asking: z.array(handoverView),
  led: z.array(queueEntry),
});
export type HandoversView = z.infer<typeof handoversView>;

/** GET /api/queue (clerk session) and the first event (`queue`) of GET /api/queue/events: everything of the clerk's counters that is waiting, in progress,
    ended today without an outcome, or still to come today; in order of the queue. */
export const queueView = z.object({ at: z.iso.datetime(), entries: z.array(queueEntry) });
export type QueueView = z.infer<typeof queueView>;

/** GET /api/appointments-ahead (clerk session): the booked appointments of the clerk's counters that come after those of the queue, within a fortnight, by their start. Not live: who wants to know asks again. */
export const appointmentsAhead = z.object({
  appointments: z.array(
    queueEntry.pick({
      meetingId: true,
      startsAt: true,
      endsAt: true,
      serviceName: true,
      citizenName: true,
      numberWithoutMail: true,
    }),
  ),
});
export type AppointmentsAhead = z.infer<typeof appointmentsAhead>;

/** Every further event (`queue-change`) of that stream: how to make the queue that holds now from the one that this stream told before. First the entries of
    `gone` and of `put` leave, then each of `put`, in this order, goes to its final place (0: the first). After a reconnect comes a whole `queue` again. */
export const queueChange = z.object({
  at: z.iso.datetime(),
  gone: z.array(z.uuid()),
  put: z.array(z.object({ place: z.number().int(), entry: queueEntry })),
});
export type QueueChange = z.infer<typeof queueChange>;

/** POST /api/meetings/:meetingId/admission → admittedView. Also the nod for another browser while in progress: it replaces the one admitted before. */
export const admitInput = z.object({ meetingId: sentId, arrivalId: sentId });
/** The clerk's own token comes with the admission: the call begins one round trip earlier. */
export const admittedView = z.object({ entry: queueEntry, callToken: callTokenView });
export type AdmittedView = z.infer<typeof admittedView>;
/** POST /api/meetings/:meetingId/removal → queueEntry. Removes a person from the call, or refuses a browser that waits for the nod. */
export const removeInput = z.object({ meetingId: sentId, arrivalId: sentId });
/** POST /api/meetings/:meetingId/shown-page → queueEntry. The address of one of the entry's `pages`; null: none any more. */
export const showPageInput = z.object({ meetingId: sentId, url: z.string().max(1000).nullable() });
/** POST /api/meetings/:meetingId/medium → queueEntry. `dial_in` comes with the admission of a caller. */
export const changeMediumInput = z.object({ meetingId: sentId, medium: medium.exclude(["dial_in"]) });
export type ChangeMediumInput = z.infer<typeof changeMediumInput>;
/** POST /api/meetings/:meetingId/end → queueEntry. A second time answers the same. */
export const meetingPath = z.object({ meetingId: sentId });
