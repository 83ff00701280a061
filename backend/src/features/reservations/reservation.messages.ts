import { languageName } from "@balie/contract/locales/interpreted-languages";
import type { Language } from "@balie/contract/locales/languages";
import type { ReservationState } from "@balie/contract/reservations";
import { type Piece, renderHtml, renderText } from "../../platform/mail/letter.js";
import type { Mail } from "../../platform/mail/mail.js";
import { describeMoment, mailTexts } from "../../platform/mail/mail-texts.js";
import { buildReservation } from "./reservation.calendar.js";
import { mediumOf } from "./reservation.rules.js";

export const reservationMailKinds = [
  "reservation_asked",
  "reservation_confirmed",
  "reservation_reminder_day",
  "reservation_reminder_hour",
  "reservation_released",
] as const;
export type ReservationMailKind = (typeof reservationMailKinds)[number];

const minute = 60_000;

type Timed = { state: ReservationState; startsAt: Date };

/** Whether the mail still tells the truth and is of use, should it go `now`. */
export function isWanted(kind: ReservationMailKind, { state, startsAt }: Timed, now: Date): boolean {
  const minutesToStart = (startsAt.getTime() - now.getTime()) / minute;
  if (minutesToStart <= 0) return false;
  switch (kind) {
    case "reservation_asked":
      return state === "asked";
    case "reservation_confirmed":
      return state === "confirmed";
    case "reservation_reminder_day":
      return state === "confirmed" && minutesToStart > 2 * 60 && minutesToStart <= 24 * 60 + 10;
    case "reservation_reminder_hour":
      return state === "confirmed" && minutesToStart <= 60 + 10;
    case "reservation_released":
      return state !== "asked" && state !== "confirmed";
  }
}

export type ReservationMail = {
  kind: ReservationMailKind;
  id: string;
  state: ReservationState;
  interpreter: { name: string; address: string };
  mailLanguage: Language;
  /** The appointment is still held at that time, by whoever else: nobody moved or cancelled it. */
  isStillHeld: boolean;
  /** ISO 639 code. */
  interpreted: string;
  startsAt: Date;
  endsAt: Date;
  answerBy: Date;
  municipality: { name: string; timeZone: string; phone: string | null };
  link: string;
  host: string;
  organizerAddress: string;
};

/** A mail to an interpreter: who, when, how long and which language; never the matter, nor whose it is. */
export function writeReservationMail(mail: ReservationMail, now: Date): Mail {
  const { kind, interpreter, municipality, mailLanguage: language } = mail;
  const t = mailTexts(language);
  const when = t("whenShort", describeMoment(mail.startsAt, language, municipality.timeZone));
  const subject = t(texts[kind].subject, { municipality: municipality.name, when });
  const letter = { language, subject, pieces: piecesOf(mail) };
  const isReminder = kind === "reservation_reminder_day" || kind === "reservation_reminder_hour";
  return {
    to: interpreter,
    language,
    subject,
    text: renderText(letter),
    html: renderHtml(letter),
    ...(isReminder ? {} : { calendar: buildReservation(eventOf(mail), now) }),
  };
}

const texts = {
  reservation_asked: { subject: "reservationAskedSubject", lead: "reservationAskedLead" },
  reservation_confirmed: { subject: "reservationConfirmedSubject", lead: "reservationConfirmedLead" },
  reservation_reminder_day: { subject: "reservationReminderSubject", lead: "reservationReminderLead" },
  reservation_reminder_hour: { subject: "reservationReminderSubject", lead: "reservationReminderLead" },
  reservation_released: { subject: "reservationReleasedSubject", lead: "reservationReleasedLead" },
} as const;

const standings = {
  reservation_asked: "asked",
  reservation_confirmed: "confirmed",
  reservation_reminder_day: "confirmed",
  reservation_reminder_hour: "confirmed",
  reservation_released: "released",
} as const;

const eventOf = ({ kind, municipality, interpreted, mailLanguage: language, ...mail }: ReservationMail) => ({
  ...mail,
  standing: standings[kind],
  language,
  isByVideo: mediumOf(interpreted) === "video",
  interpreted: languageName(interpreted, language),
  municipality: municipality.name,
});

function piecesOf(mail: ReservationMail): Piece[] {
  const { kind, interpreter, municipality, startsAt, endsAt, mailLanguage: language } = mail;
  const t = mailTexts(language);
  const moment = (at: Date) => describeMoment(at, language, municipality.timeZone);
  const facts = [
    { label: t("labelWhen"), value: t("when", moment(startsAt)) },
    { label: t("labelDuration"), value: t("duration", { minutes: (endsAt.getTime() - startsAt.getTime()) / minute }) },
    { label: t("labelLanguage"), value: languageName(mail.interpreted, language) },
    ...(kind === "reservation_asked"
      ? [{ label: t("labelAnswerBy"), value: t("whenShort", moment(mail.answerBy)) }]
      : []),
  ];
  return [
    { piece: "important", text: t(texts[kind].lead, { municipality: municipality.name }) },
    { piece: "paragraph", text: t("greeting", { name: interpreter.name }) },
    { piece: "facts", facts },
    ...(kind === "reservation_released" ? releasedPieces(mail) : wantedPieces(mail)),
    { piece: "paragraph", text: `${t("closing")}\n${municipality.name}` },
    { piece: "paragraph", text: t("automatic") },
  ];
}

function wantedPieces({ kind, link, interpreted, mailLanguage, municipality: { phone } }: ReservationMail): Piece[] {
  const t = mailTexts(mailLanguage);
  const isAsked = kind === "reservation_asked";
  const isByVideo = mediumOf(interpreted) === "video";
  const how = isByVideo ? "reservationHowByVideo" : "reservationHow";
  const beReady = isByVideo ? "reservationBeReadyByVideo" : "reservationBeReady";
  return [
    { piece: "paragraph", text: t(isAsked ? how : beReady) },
    {
      piece: "button",
      label: t(isAsked ? "reservationAnswer" : isByVideo ? "reservationCome" : "reservationOpen"),
      url: link,
      hint: t("linkBelow"),
    },
    { piece: "paragraph", text: t(isAsked ? "reservationSecret" : "reservationCannot") },
    ...(phone ? [{ piece: "paragraph" as const, text: t("phone", { phone }) }] : []),
  ];
}

const reasons = {
  declined: "reservationDeclined",
  lapsed: "reservationLapsed",
  withdrawn: "reservationWithdrawn",
  /** The roster says that they are away, or asked no more. */
  off: "reservationOff",
} as const;

function releasedPieces({ state, isStillHeld, mailLanguage }: ReservationMail): Piece[] {
  const t = mailTexts(mailLanguage);
  const reason =
    state === "declined" || state === "lapsed" ? reasons[state] : isStillHeld ? reasons.off : reasons.withdrawn;
  return [
    { piece: "paragraph", text: t(reason) },
    { piece: "paragraph", text: t("calendarGone") },
  ];
}
