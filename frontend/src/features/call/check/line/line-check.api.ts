import type { DeviceCheckInput, DeviceCheckView, RelayList } from "@balie/contract/device-checks";
import { post } from "../../../../platform/api.js";

export const keepDeviceCheck = (token: string, check: DeviceCheckInput): Promise<DeviceCheckView> =>
  post<DeviceCheckView>("/api/appointment/device-check", check, { token, retries: 2 });

export const fetchRelays = async (token: string): Promise<RelayList["relays"]> =>
  (await post<RelayList>("/api/appointment/relays", {}, { token, retries: 1 })).relays;

export const sendSample = (token: string, sent: string, reply: number, timeoutSeconds: number): Promise<unknown> =>
  post<unknown>("/api/appointment/line-sample", { sent, reply }, { token, timeoutSeconds });
