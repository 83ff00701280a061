import type { KioskOpened } from "@balie/contract/kiosk";
import { post } from "../../platform/api.js";

export const openByCode = (code: string): Promise<KioskOpened> => post<KioskOpened>("/api/kiosk/opening", { code });

/** The cookies are the server's to take away. A page that goes does not wait for the answer. */
export const wipeCookies = (isLeaving: boolean): Promise<unknown> =>
  isLeaving
    ? fetch("/api/kiosk/wipe", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: "{}",
        keepalive: true,
      })
    : post<void>("/api/kiosk/wipe", {}, { timeoutSeconds: 5, retries: 1 });
