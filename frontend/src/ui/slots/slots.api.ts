import type { SlotList } from "@balie/contract/services";
import { get } from "../../platform/api.js";

export const loadSlots = (serviceId: string, from: string | null, signal: AbortSignal): Promise<SlotList> =>
  get<SlotList>(`/api/services/${serviceId}/slots?${new URLSearchParams(from ? { from, days: "7" } : { days: "7" })}`, {
    signal,
  });
