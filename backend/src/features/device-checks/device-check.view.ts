import type { DeviceCheckInput, DeviceCheckView } from "@balie/contract/device-checks";
import { judgeDeviceCheck } from "./device-check.rules.js";

export const viewDeviceCheck = (check: DeviceCheckInput & { checkedAt: Date | string }): DeviceCheckView => ({
  ...judgeDeviceCheck(check),
  checkedAt: new Date(check.checkedAt).toISOString(),
});
