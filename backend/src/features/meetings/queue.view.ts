import type { QueueEntry, QueueView } from "@balie/contract/meetings";
import { viewDeviceCheck } from "../device-checks/device-check.view.js";
import type { QueuedMeeting } from "./load-queue.js";

export const viewQueueEntry = (meeting: QueuedMeeting): QueueEntry => ({
  meetingId: meeting.meetingId,
  appointmentId: meeting.appointmentId,
  status: meeting.status,
  startsAt: meeting.startsAt.toISOString(),
  endsAt: meeting.endsAt.toISOString(),
  serviceName: meeting.serviceName,
  counterName: meeting.counterName,
  citizenName: meeting.citizenName,
  language: meeting.language,
  question: meeting.question,
  concernsName: meeting.concernsName,
  numberWithoutMail: meeting.numberWithoutMail,
  interpreter: meeting.interpreter,
  deviceCheck: meeting.deviceCheck && viewDeviceCheck(meeting.deviceCheck),
  medium: meeting.medium,
  phone: meeting.phone && { number: meeting.phone.number, askedAt: new Date(meeting.phone.askedAt).toISOString() },
  clerk: meeting.clerkId === null ? null : { id: meeting.clerkId, name: meeting.clerkName ?? "" },
  isClerkInCall: meeting.isClerkInCall,
  startedAt: meeting.startedAt?.toISOString() ?? null,
  endedAt: meeting.endedAt?.toISOString() ?? null,
  hasOutcome: meeting.hasOutcome,
  handovers: meeting.handovers.map((one) => ({ ...one, takenAt: new Date(one.takenAt).toISOString() })),
  arrivals: meeting.arrivals.map((arrival) => ({ ...arrival, arrivedAt: new Date(arrival.arrivedAt).toISOString() })),
  givenDocuments: meeting.givenDocuments.map((document) => ({ ...document, openedAt: isoOf(document.openedAt) })),
  pages: meeting.pages,
  shownPage: meeting.shownPage,
  documents: meeting.documents.map((document) => ({
    ...document,
    sentAt: isoOf(document.sentAt),
  })),
  helpers: meeting.helpers,
  people: [...meeting.people],
});

/** As the database writes a time within JSON. */
const isoOf = (at: string | null): string | null => (at === null ? null : new Date(at).toISOString());

/** `at` is cut to the minute, so that a queue that did not change is not sent again. */
export const viewQueue = (meetings: QueuedMeeting[], now: Date): QueueView => ({
  at: new Date(Math.floor(now.getTime() / 60_000) * 60_000).toISOString(),
  entries: meetings.map(viewQueueEntry),
});
