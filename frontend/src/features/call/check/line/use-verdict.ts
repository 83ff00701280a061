import type { DeviceCheckInput, DeviceCheckView } from "@balie/contract/device-checks";
import { useEffect, useState } from "preact/hooks";
import { keepDeviceCheck } from "./line-check.api.js";

export type Kept = DeviceCheckView | "failed" | null;

/** Keeps what is found, and again whenever it changes; the server says what it means. null: not known yet. */
export const useVerdict = (linkToken: string, check: DeviceCheckInput | null): Kept => {
  const [kept, setKept] = useState<Kept>(null);
  const found = check && JSON.stringify(check);
  useEffect(() => {
    if (!found) return;
    let isCurrent = true;
    keepDeviceCheck(linkToken, JSON.parse(found)).then(
      (view) => isCurrent && setKept(view),
      () => isCurrent && setKept("failed"),
    );
    return () => {
      isCurrent = false;
    };
  }, [linkToken, found]);
  return kept;
};
