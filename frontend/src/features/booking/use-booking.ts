import type { BookedView } from "@balie/contract/appointments";
import { useCallback, useEffect, useLayoutEffect, useReducer, useRef } from "preact/hooks";
import { Refusal } from "../../platform/api.js";
import { useLanguage } from "../../platform/language.js";
import { randomUuid } from "../../platform/random.js";
import { tabShelf } from "../../platform/storage.js";
import { bookAppointment } from "./booking.api.js";
import {
  type Booking,
  type BookingEvent,
  type BookingFailure,
  bookingReducer,
  inputOf,
  newBooking,
  reachableStep,
  type Step,
  steps,
} from "./booking.state.js";

/** What a reload keeps, in this tab only: the draft until it is booked, then the booking. */
type Kept = Pick<Booking, "serviceId" | "slot" | "day" | "details" | "requestId" | "booked">;
const kept = tabShelf<Kept>("booking");

export interface BookingFlow {
  readonly booking: Booking;
  readonly tell: (event: BookingEvent) => void;
  readonly send: () => void;
}

export const useBooking = (): BookingFlow => {
  const [booking, tell] = useReducer<Booking, BookingEvent, null>(bookingReducer, null, restore);
  // Before the next paint: whoever reloads right after typing loses nothing.
  useLayoutEffect(() => keep(booking), [booking]);
  useStepHistory(booking, tell);
  return { booking, tell, send: useSend(booking, tell) };
};

function restore(): Booking {
  const fresh = newBooking(randomUuid());
  const read = kept.read();
  const before = { ...fresh, ...read, details: { ...fresh.details, ...read?.details } };
  return { ...before, step: reachableStep(before, stepInHistory() ?? "service") };
}

function keep({ serviceId, slot, day, details, requestId, booked }: Booking): void {
  // Once booked, what was typed is with the municipality and need not lie in the browser.
  const typed = booked ? newBooking(requestId).details : details;
  kept.write({ serviceId, slot, day, details: typed, requestId, booked });
}

/** A step that lies beyond what is known, or the one on show: going there would look as if Back did nothing. */
const isPassedOver = (booking: Booking, wish: Step): boolean =>
  wish === booking.step || steps.indexOf(wish) > steps.indexOf(reachableStep(booking, wish));

function stepInHistory(): Step | null {
  return (history.state as { step?: Step } | null)?.step ?? null;
}

/** Each step is an entry in the browser's history, so that Back leads to the step before. An entry that cannot be visited any
    more (its time was lost) is passed over. */
function useStepHistory(booking: Booking, tell: (event: BookingEvent) => void): void {
  const { step } = booking;
  useEffect(() => {
    const before = stepInHistory();
    if (before === step) return;
    if (before === null) history.replaceState({ step }, "");
    else history.pushState({ step }, "");
  }, [step]);
  const latest = useRef(booking);
  latest.current = booking;
  useEffect(() => {
    const visit = () => {
      const wish = stepInHistory();
      if (!wish) history.replaceState({ step: latest.current.step }, "");
      else if (isPassedOver(latest.current, wish)) history.back();
      else tell({ type: "step_visited", step: wish });
    };
    addEventListener("popstate", visit);
    return () => removeEventListener("popstate", visit);
  }, [tell]);
}

/** One sending at a time, whatever is clicked. */
function useSend(booking: Booking, tell: (event: BookingEvent) => void): () => void {
  const { language } = useLanguage();
  const isSending = useRef(false);
  return useCallback(() => {
    const input = inputOf(booking, language);
    if (!input || isSending.current) return;
    isSending.current = true;
    tell({ type: "sending" });
    bookAppointment(input)
      .then(
        (booked: BookedView) => tell({ type: "booked", booked }),
        (error: unknown) => tell({ type: "failed", failure: failureOf(error) }),
      )
      .finally(() => {
        isSending.current = false;
      });
  }, [booking, language, tell]);
}

function failureOf(error: unknown): BookingFailure {
  if (error instanceof Refusal) return { kind: "refused", error };
  return { kind: "unanswered" };
}
