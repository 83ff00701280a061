import type { CounterControl } from "../../platform/calls/counter-control.js";
import { describeFault, type Log } from "../../platform/log.js";

/** `unasked`: it was not over yet when it was looked at. */
export type Answered = "yes" | "no" | "unasked";

/** Whoever rang long enough may have answered without our having heard of it yet, as when the app's process was away: asked of Prosody itself before they are hung up. */
export async function askWhetherAnswered(
  { control, log }: { control: Pick<CounterControl, "rooms">; log: Log },
  call: { id: string; room: string },
): Promise<"yes" | "no"> {
  try {
    const { rooms } = await control.rooms();
    const occupants = rooms.find(({ room }) => room === call.room)?.occupants ?? [];
    return occupants.some(({ phone }) => phone?.call === call.id && phone.status === "Connected") ? "yes" : "no";
  } catch (fault) {
    log.warn({ call: call.id, fault: describeFault(fault) }, "Prosody does not say whether a call was answered");
    return "no";
  }
}
