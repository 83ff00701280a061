import type { PinToCall } from "@balie/contract/appointments";

/** What to call and to key in, the PIN as people say it. */
export const sayPin = ({ number, pin }: PinToCall) => ({ number, pin: pin.replace(/\B(?=(..)+$)/g, " ") });
