import { z } from "zod";

/** POST /api/kiosk/opening → kioskOpened. As it was typed: capitals, spaces and the stroke do not matter. */
export const kioskOpeningInput = z.object({ code: z.string().trim().min(1).max(40) });
export type KioskOpeningInput = z.infer<typeof kioskOpeningInput>;

export const kioskOpened = z.object({ linkToken: z.string() });
export type KioskOpened = z.infer<typeof kioskOpened>;

/** POST /api/kiosk/wipe → 204: this browser forgets us. */
export const kioskWipeInput = z.object({});
