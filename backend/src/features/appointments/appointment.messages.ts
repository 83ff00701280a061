import type { AppointmentStatus } from "@balie/contract/appointments";
import { type Piece, renderHtml, renderText } from "../../platform/mail/letter.js";
import type { Mail } from "../../platform/mail/mail.js";
import { describeMoment, mailTexts } from "../../platform/mail/mail-texts.js";
import { buildInvitation, type CalendarEvent } from "./appointment.calendar.js";
import { inPairs } from "./pin.rules.js";

export const appointmentMailKinds = [
  "appointment_confirmed",
  "appointment_moved",
  "appointment_cancelled",
  "appointment_reminder_day",
  "appointment_reminder_hour",
] as const;
export type AppointmentMailKind = (typeof appointmentMailKinds)[number];

type Timed = { status: AppointmentStatus; startsAt: Date; endsAt: Date; sequence: number };

const minute = 60_000;

/** Whether the mail still tells the truth and is of use, should it go `now`: it may have waited for a mail server, and the appointment may have
    changed since. A confirmation gives way to the mail about a move, which says the same and more; a reminder only goes near its hour. */
export function isWanted(kind: AppointmentMailKind, { status, startsAt, endsAt, sequence }: Timed, now: Date): boolean {
  const minutesToStart = (startsAt.getTime() - now.getTime()) / minute;
  if (endsAt <= now) return false;
  switch (kind) {
    case "appointment_confirmed":
      return status === "booked" && sequence === 0;
    case "appointment_moved":
      return status === "booked";
    case "appointment_cancelled":
      return status === "cancelled_by_citizen" || status === "cancelled_by_office";
    case "appointment_reminder_day":
      return status === "booked" && minutesToStart > 2 * 60 && minutesToStart <= 24 * 60 + 10;
    case "appointment_reminder_hour":
      return status === "booked" && minutesToStart > 0 && minutesToStart <= 60 + 10;
  }
}

export type AppointmentMail = {
  kind: AppointmentMailKind;
  event: CalendarEvent;
  isCancelledByOffice: boolean;
  /** Where a new appointment is booked. */
  bookingUrl: string;
  /** How it is opened at a computer of a library; null: not at all. */
  kiosk: { code: string; url: string } | null;
};

/** A mail about an appointment, in the citizen's language. The subject names the municipality and the moment, never the matter. */
export function writeAppointmentMail(mail: AppointmentMail, now: Date): Mail {
  const { kind, event } = mail;
  const letter = { language: event.language, subject: subjectOf(mail), pieces: piecesOf(mail) };
  const isReminder = kind === "appointment_reminder_day" || kind === "appointment_reminder_hour";
  return {
    to: event.citizen,
    language: event.language,
    subject: letter.subject,
    text: renderText(letter),
    html: renderHtml(letter),
    ...(isReminder ? {} : { calendar: buildInvitation(event, now) }),
  };
}

function subjectOf({ kind, event }: AppointmentMail): string {
  const t = mailTexts(event.language);
  const moment = momentOf(event);
  const values = { municipality: event.municipality.name, when: t("whenShort", moment) };
  switch (kind) {
    case "appointment_confirmed":
      return t("confirmedSubject", values);
    case "appointment_moved":
      return t("movedSubject", values);
    case "appointment_cancelled":
      return t("cancelledSubject", values);
    case "appointment_reminder_day":
      return t("reminderDaySubject", values);
    case "appointment_reminder_hour":
      return t("reminderHourSubject", { municipality: event.municipality.name, time: moment.time });
  }
}

const momentOf = ({ startsAt, language, municipality }: CalendarEvent) =>
  describeMoment(startsAt, language, municipality.timeZone);

function piecesOf(mail: AppointmentMail): Piece[] {
  const t = mailTexts(mail.event.language);
  return [
    { piece: "important", text: leadOf(mail) },
    { piece: "paragraph", text: t("greeting", { name: mail.event.citizen.name }) },
    { piece: "facts", facts: factsOf(mail) },
    ...(mail.kind === "appointment_cancelled" ? cancelledPieces(mail) : comingPieces(mail)),
    ...phonePieces(mail.event),
    { piece: "paragraph", text: `${t("closing")}\n${mail.event.municipality.name}` },
    { piece: "paragraph", text: t("automatic") },
  ];
}

function leadOf({ kind, event, isCancelledByOffice }: AppointmentMail): string {
  const t = mailTexts(event.language);
  switch (kind) {
    case "appointment_confirmed":
      return t("confirmedLead");
    case "appointment_moved":
      return t("movedLead");
    case "appointment_cancelled":
      return isCancelledByOffice ? t("cancelledByOfficeLead") : t("cancelledByCitizenLead");
    case "appointment_reminder_day":
      return t("reminderDayLead");
    case "appointment_reminder_hour":
      return t("reminderHourLead");
  }
}

function factsOf({ kind, event }: AppointmentMail): { label: string; value: string }[] {
  const t = mailTexts(event.language);
  const facts = [
    { label: t("labelWhen"), value: t("when", momentOf(event)) },
    { label: t("labelAbout"), value: event.service },
  ];
  if (kind === "appointment_cancelled") return facts;
  const minutes = Math.round((event.endsAt.getTime() - event.startsAt.getTime()) / minute);
  facts.push({ label: t("labelDuration"), value: t("duration", { minutes }) });
  if (event.bring) facts.push({ label: t("labelBring"), value: event.bring });
  return facts;
}

function comingPieces({ kind, event, kiosk }: AppointmentMail): Piece[] {
  const t = mailTexts(event.language);
  const isInvitation = kind === "appointment_confirmed" || kind === "appointment_moved";
  return [
    ...dialInPieces(event),
    { piece: "button", label: t("openLink"), url: event.link, hint: t("linkBelow") },
    { piece: "paragraph", text: t("linkIsSecret") },
    { piece: "heading", text: t("howTitle") },
    { piece: "list", entries: [t("howOpen"), t("howNoApp"), t("howTest"), t("howWait")] },
    ...(kiosk
      ? [
          { piece: "heading" as const, text: t("kioskTitle") },
          { piece: "paragraph" as const, text: t("kiosk", kiosk) },
        ]
      : []),
    { piece: "heading", text: t("changeTitle") },
    { piece: "paragraph", text: t("change") },
    ...(isInvitation ? [{ piece: "paragraph" as const, text: t("calendarHint") }] : []),
  ];
}

/** First, for whoever has no internet: somebody reads it to them. */
function dialInPieces({ language, dialIn }: CalendarEvent): Piece[] {
  if (!dialIn) return [];
  const t = mailTexts(language);
  return [
    { piece: "heading", text: t("dialInTitle") },
    { piece: "important", text: t("dialIn", { number: dialIn.number, pin: inPairs(dialIn.pin) }) },
    { piece: "paragraph", text: t("dialInWait") },
  ];
}

function cancelledPieces({ event, bookingUrl }: AppointmentMail): Piece[] {
  const t = mailTexts(event.language);
  return [
    { piece: "paragraph", text: t("calendarGone") },
    { piece: "paragraph", text: t("cancelledHelp") },
    { piece: "button", label: t("bookAgain"), url: bookingUrl, hint: t("linkBelow") },
  ];
}

function phonePieces({ language, municipality: { phone } }: CalendarEvent): Piece[] {
  if (!phone) return [];
  const t = mailTexts(language);
  return [
    { piece: "heading", text: t("phoneTitle") },
    { piece: "paragraph", text: t("phone", { phone }) },
  ];
}
