import type { PinToCall } from "@balie/contract/appointments";
import type { Language } from "@balie/contract/locales/languages";
import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalAttendeeType,
  ICalCalendarMethod,
  ICalEventClass,
  type ICalEventData,
  ICalEventStatus,
} from "ical-generator";
import { mailTexts } from "../../platform/mail/mail-texts.js";
import { inPairs } from "./pin.rules.js";

/** An appointment as a calendar needs it, in the citizen's language. */
export type CalendarEvent = {
  id: string;
  /** Of PUBLIC_URL; makes the UID unique in the world. */
  host: string;
  /** Rises with every change, and with nothing else. */
  sequence: number;
  startsAt: Date;
  endsAt: Date;
  isCancelled: boolean;
  language: Language;
  service: string;
  bring: string | null;
  municipality: { name: string; phone: string | null; timeZone: string };
  /** The secret link. */
  link: string;
  /** Of a citizen who dials in. */
  dialIn: PinToCall | null;
  citizen: { name: string; address: string };
  /** The mails' sender. */
  organizerAddress: string;
};

/** As it stands in a file that names no attendee: not everybody has an address. */
export type PublishedEvent = Omit<CalendarEvent, "citizen">;

/** The file of an invitation or its cancellation (iTIP, RFC 5546; iCalendar, RFC 5545). Times are pure UTC, so no zone can be half described.
    The citizen made the appointment, hence "accepted" and no reply wanted. No alarm: the calendar has its own, and our reminders go by mail.
    The summary says nothing of the matter and the event is private: calendars are shared with colleagues and family. */
export const buildInvitation = (event: CalendarEvent, now: Date): { method: "REQUEST" | "CANCEL"; content: string } => {
  const method = event.isCancelled ? "CANCEL" : "REQUEST";
  const attendee = {
    name: event.citizen.name,
    email: event.citizen.address,
    role: ICalAttendeeRole.REQ,
    type: ICalAttendeeType.INDIVIDUAL,
    status: ICalAttendeeStatus.ACCEPTED,
    rsvp: false,
  };
  return {
    method,
    content: writeCalendar(ICalCalendarMethod[method], { ...eventOf(event, now), attendees: [attendee] }),
  };
};

/** The same event as a file to download. RFC 5546, 3.2.1: what is published names no attendees. */
export const buildDownload = (event: PublishedEvent, now: Date): string =>
  writeCalendar(ICalCalendarMethod.PUBLISH, eventOf(event, now));

function eventOf(event: PublishedEvent, now: Date): ICalEventData {
  const t = mailTexts(event.language);
  const { bring, municipality, dialIn } = event;
  const description = [
    t("calendarAbout", { service: event.service }),
    ...(bring ? [t("calendarBring", { bring })] : []),
    ...(dialIn ? [t("calendarDialIn", { number: dialIn.number, pin: inPairs(dialIn.pin) })] : []),
    t("calendarOpen", { link: event.link }),
    ...(municipality.phone ? [t("calendarPhone", { phone: municipality.phone })] : []),
  ];
  return {
    id: `${event.id}@${event.host}`,
    sequence: event.sequence,
    stamp: now,
    start: event.startsAt,
    end: event.endsAt,
    status: event.isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    class: ICalEventClass.PRIVATE,
    summary: t("calendarSummary", { municipality: municipality.name }),
    description: description.join("\n"),
    location: event.link,
    url: event.link,
    organizer: { name: municipality.name, email: event.organizerAddress },
  };
}

export const writeCalendar = (method: ICalCalendarMethod, event: ICalEventData): string => {
  const calendar = ical({ method, prodId: { company: "Balie", product: "Balie", language: "NL" } });
  calendar.createEvent(event);
  return `${calendar.toString().trimEnd()}\r\n`;
};
