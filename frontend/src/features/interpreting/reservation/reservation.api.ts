import type { ReservationView } from "@balie/contract/reservations";
import { get, post } from "../../../platform/api.js";

/** Reading changes nothing: a mail scanner may open the link. */
export const loadReservation = (token: string, signal: AbortSignal): Promise<ReservationView> =>
  get<ReservationView>("/api/reservation", { token, signal });

/** The same again changes nothing, so a lost answer may be asked for once more. */
export const answerReservation = (token: string, comes: boolean): Promise<ReservationView> =>
  post<ReservationView>("/api/reservation/answer", { comes }, { token, retries: 1 });
