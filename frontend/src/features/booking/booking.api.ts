import type { BookAppointmentInput, BookedView } from "@balie/contract/appointments";
import type { ServiceList, ServiceView } from "@balie/contract/services";
import { get, post } from "../../platform/api.js";

export const loadServices = async (signal: AbortSignal): Promise<readonly ServiceView[]> =>
  (await get<ServiceList>("/api/services", { signal })).services;

/** Tried again by itself when no answer comes: the request id keeps it one booking. */
export const bookAppointment = (input: BookAppointmentInput): Promise<BookedView> =>
  post<BookedView>("/api/appointments", input, { retries: 1 });
