import type { ReservationList } from "@balie/contract/reservations";
import { get } from "../../../platform/api.js";
import { asClerk } from "../../../platform/session-end.js";

export const fetchReservations = async (signal: AbortSignal): Promise<ReservationList["appointments"]> =>
  (await asClerk(get<ReservationList>("/api/reservations", { signal }))).appointments;
