import type { CallerPlace, DialInAnswer } from "@balie/contract/dial-in";
import { translators } from "@balie/contract/locales/texts";
import { de } from "@balie/contract/locales/voice-menu/de";
import { en } from "@balie/contract/locales/voice-menu/en";
import { fr } from "@balie/contract/locales/voice-menu/fr";
import { nl } from "@balie/contract/locales/voice-menu/nl";
import { describeMoment } from "../../platform/mail/mail-texts.js";
import type { Appointment } from "../appointments/appointment.entity.js";
import { waitingRoomOpensAt } from "../appointments/appointment.rules.js";
import { leadSeconds, waitSeconds } from "./caller.rules.js";

/** Where a caller stands, or the room that they go to. */
export type Answered =
  | { room: string }
  | {
      place: CallerPlace;
      position: number | null;
      /** null: the telephone call is over. */
      ticket: string | null;
      appointment: Pick<Appointment, "language" | "startsAt">;
    };

const readers = translators<typeof nl>({ nl, fr, de, en });

export function viewAnswer(answered: Answered, mucDomain: string, timeZone: string): DialInAnswer {
  if ("room" in answered) return { headers: { "X-Room-Name": `${answered.room}@${mucDomain}` } };
  const { place, position, ticket, appointment } = answered;
  return {
    place,
    position,
    say: sentenceFor(place, position, appointment, timeZone),
    language: appointment.language,
    ticket,
    askAgainSeconds: ticket === null ? null : place === "call" ? leadSeconds : waitSeconds,
  };
}

function sentenceFor(
  place: CallerPlace,
  position: number | null,
  appointment: Pick<Appointment, "language" | "startsAt">,
  timeZone: string,
): string {
  const t = readers[appointment.language];
  const timeOf = (moment: Date) => describeMoment(moment, appointment.language, timeZone).time;
  if (place === "too_early")
    return t("too_early", { opens: timeOf(waitingRoomOpensAt(appointment)), starts: timeOf(appointment.startsAt) });
  if (place !== "queue") return t(place);
  if (position === null) return t("soon");
  if (position === 1) return t("next");
  return position === 2 ? t("one") : t("position", { before: position - 1 });
}
