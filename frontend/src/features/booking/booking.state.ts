import type { BookAppointmentInput, BookedView } from "@balie/contract/appointments";
import type { Language } from "@balie/contract/locales/languages";
import type { SlotView } from "@balie/contract/services";
import type { Refusal } from "../../platform/api.js";
import { type Details, type DetailsFault, emptyDetails, faultsFromServer, faultsOf } from "./details.rules.js";

export const steps = ["service", "time", "details", "check", "booked"] as const;
export type Step = (typeof steps)[number];

export interface Booking {
  readonly step: Step;
  readonly serviceId: string | null;
  readonly slot: SlotView | null;
  /** The day of the time chosen last, in the municipality's time zone: where the times open again. */
  readonly day: string | null;
  readonly details: Details;
  /** Names what the check step shows: sent again unchanged it books nothing twice; any change makes it another request. */
  readonly requestId: string;
  /** How often this step was sent on with something missing: each time the error summary calls. */
  readonly attempt: number;
  readonly isTimeMissing: boolean;
  readonly faults: readonly DetailsFault[];
  readonly isSending: boolean;
  /** What the last sending ran into. */
  readonly failure: BookingFailure | null;
  readonly booked: BookedView | null;
}

export type BookingFailure =
  | { readonly kind: "refused"; readonly error: Pick<Refusal, "code" | "fields"> }
  /** Nobody knows whether it was booked; the same request again tells. */
  | { readonly kind: "unanswered" };

/** Events that change what will be booked carry a fresh id, since a reducer makes none. */
export type BookingEvent =
  | { readonly type: "service_chosen"; readonly serviceId: string; readonly requestId: string }
  | {
      readonly type: "slot_chosen";
      readonly slot: SlotView | null;
      readonly day: string | null;
      readonly requestId: string;
    }
  | { readonly type: "time_confirmed" }
  | { readonly type: "details_typed"; readonly details: Partial<Details>; readonly requestId: string }
  | { readonly type: "details_confirmed" }
  | { readonly type: "step_visited"; readonly step: Step }
  | { readonly type: "sending" }
  | { readonly type: "failed"; readonly failure: BookingFailure }
  | { readonly type: "booked"; readonly booked: BookedView }
  | { readonly type: "started_anew"; readonly requestId: string };

export const newBooking = (requestId: string): Booking => ({
  step: "service",
  serviceId: null,
  slot: null,
  day: null,
  details: emptyDetails,
  requestId,
  attempt: 0,
  isTimeMissing: false,
  faults: [],
  isSending: false,
  failure: null,
  booked: null,
});

export const bookingReducer = (booking: Booking, event: BookingEvent): Booking => {
  switch (event.type) {
    case "service_chosen":
      return chooseService(booking, event.serviceId, event.requestId);
    case "slot_chosen":
      return chooseSlot(booking, event);
    case "time_confirmed":
      if (!booking.slot) return { ...booking, isTimeMissing: true, attempt: booking.attempt + 1 };
      return visit({ ...booking, failure: null }, "details");
    case "details_typed":
      return typeDetails(booking, event.details, event.requestId);
    case "details_confirmed":
      return confirmDetails(booking);
    case "step_visited":
      return visit(booking, event.step);
    case "sending":
      return { ...booking, isSending: true, failure: null };
    case "failed":
      return fail(booking, event.failure);
    case "booked":
      return { ...booking, step: "booked", isSending: false, failure: null, booked: event.booked };
    case "started_anew":
      return { ...newBooking(event.requestId), details: booking.details };
  }
};

/** The furthest step that what is known allows: a reload or the browser's buttons lead no further. */
export const reachableStep = (booking: Booking, wish: Step): Step => {
  if (booking.booked) return "booked";
  if (!booking.serviceId || wish === "service") return "service";
  if (!booking.slot || wish === "time") return "time";
  if (faultsOf(booking.details).length > 0 || wish === "details") return "details";
  return "check";
};

/** What is sent; null while something is missing. */
export const inputOf = (booking: Booking, language: Language): BookAppointmentInput | null => {
  const { serviceId, slot, details, requestId } = booking;
  if (!serviceId || !slot || faultsOf(details).length > 0) return null;
  return {
    requestId,
    serviceId,
    startsAt: slot.startsAt,
    language,
    citizen: { name: details.name.trim(), email: details.email.trim() || null, phone: details.phone.trim() || null },
    question: details.question.trim(),
    concerns: details.isForOther ? { name: details.otherName.trim() } : null,
    interpreterLanguage: details.needsInterpreter ? details.interpreter : null,
    dialsIn: details.dialsIn,
  };
};

function chooseService(booking: Booking, serviceId: string, requestId: string): Booking {
  const isSame = serviceId === booking.serviceId;
  const chosen = isSame ? booking : { ...booking, serviceId, slot: null, day: null, requestId };
  return visit({ ...chosen, failure: null }, "time");
}

function chooseSlot(booking: Booking, event: Extract<BookingEvent, { type: "slot_chosen" }>): Booking {
  if (event.slot?.startsAt === booking.slot?.startsAt) return booking;
  const { slot, requestId } = event;
  return { ...booking, slot, requestId, day: event.day ?? booking.day, isTimeMissing: false };
}

function typeDetails(booking: Booking, typed: Partial<Details>, requestId: string): Booking {
  const details = { ...booking.details, ...typed };
  // A fault that was pointed out goes as soon as it is mended; a new one waits for the next confirmation.
  const stillWrong = faultsOf(details);
  const isMended = ({ field, fault }: DetailsFault) =>
    (field === "otherName" && !details.isForOther) ||
    // What is needed may depend on another field.
    ((field in typed || fault === "missing") && !stillWrong.some((still) => still.field === field));
  const faults = booking.faults.filter((fault) => !isMended(fault));
  return { ...booking, details, requestId, faults };
}

function confirmDetails(booking: Booking): Booking {
  const faults = faultsOf(booking.details);
  if (faults.length > 0) return { ...booking, faults, attempt: booking.attempt + 1 };
  return visit({ ...booking, faults, failure: null }, "check");
}

function visit(booking: Booking, wish: Step): Booking {
  const step = reachableStep(booking, wish);
  if (step === booking.step) return booking;
  return { ...booking, step, attempt: 0, isTimeMissing: false };
}

function fail(booking: Booking, failure: BookingFailure): Booking {
  const failed = { ...booking, isSending: false, failure };
  if (failure.kind === "unanswered") return failed;
  const { code, fields } = failure.error;
  if (code === "slot_taken" || code === "slot_not_offered") return { ...failed, step: "time", slot: null, attempt: 0 };
  const faults = code === "invalid_input" ? faultsFromServer(fields) : [];
  return faults.length > 0 ? { ...failed, step: "details", faults, attempt: 1, failure: null } : failed;
}
