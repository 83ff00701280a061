import type { Language } from "@balie/contract/locales/languages";
import {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalAttendeeType,
  ICalCalendarMethod,
  ICalEventClass,
  ICalEventStatus,
} from "ical-generator";
import { mailTexts } from "../../platform/mail/mail-texts.js";
import { writeCalendar } from "../appointments/appointment.calendar.js";

/** A reservation as the interpreter's calendar needs it. */
export type ReservationEvent = {
  id: string;
  /** Of PUBLIC_URL. */
  host: string;
  standing: "asked" | "confirmed" | "released";
  language: Language;
  /** They come into the meeting by the same link. */
  isByVideo: boolean;
  /** The interpreted language's name. */
  interpreted: string;
  startsAt: Date;
  endsAt: Date;
  municipality: string;
  link: string;
  interpreter: { name: string; address: string };
  organizerAddress: string;
};

const statuses = {
  asked: { sequence: 0, status: ICalEventStatus.TENTATIVE, answer: ICalAttendeeStatus.NEEDSACTION },
  confirmed: { sequence: 1, status: ICalEventStatus.CONFIRMED, answer: ICalAttendeeStatus.ACCEPTED },
  released: { sequence: 2, status: ICalEventStatus.CANCELLED, answer: ICalAttendeeStatus.DECLINED },
};

/** The file of an invitation or its cancellation (iTIP, RFC 5546). No reply is wanted by mail: the page has the buttons. Nothing of the matter, nor whose it is. */
export function buildReservation(
  event: ReservationEvent,
  now: Date,
): { method: "REQUEST" | "CANCEL"; content: string } {
  const t = mailTexts(event.language);
  const { sequence, status, answer } = statuses[event.standing];
  const method = event.standing === "released" ? "CANCEL" : "REQUEST";
  const content = writeCalendar(ICalCalendarMethod[method], {
    id: `${event.id}@${event.host}`,
    sequence,
    stamp: now,
    start: event.startsAt,
    end: event.endsAt,
    status,
    class: ICalEventClass.PRIVATE,
    summary: t("reservationSummary", { municipality: event.municipality, language: event.interpreted }),
    description: method === "CANCEL" ? "" : t(wayOf(event), { link: event.link }),
    organizer: { name: event.municipality, email: event.organizerAddress },
    attendees: [
      {
        name: event.interpreter.name,
        email: event.interpreter.address,
        role: ICalAttendeeRole.REQ,
        type: ICalAttendeeType.INDIVIDUAL,
        status: answer,
        rsvp: false,
      },
    ],
  });
  return { method, content };
}

/** By video the link that they answered by leads into the meeting. */
const wayOf = ({ standing, isByVideo }: ReservationEvent) =>
  standing === "confirmed" && isByVideo ? "reservationCalendarByVideo" : "reservationCalendar";
