import type { AppointmentView } from "@balie/contract/appointments";
import { get, post } from "../../platform/api.js";

/** Reading changes nothing: a mail scanner may open the link. */
export const loadAppointment = (token: string, signal: AbortSignal): Promise<AppointmentView> =>
  get<AppointmentView>("/api/appointment", { token, signal });

/** Moving to the same time twice is harmless, so it is tried again when no answer comes. */
export const moveAppointment = (token: string, startsAt: string): Promise<AppointmentView> =>
  post<AppointmentView>("/api/appointment/move", { startsAt }, { token, retries: 1 });

export const cancelAppointment = (token: string): Promise<AppointmentView> =>
  post<AppointmentView>("/api/appointment/cancellation", {}, { token, retries: 1 });
