import type { DataSource } from "typeorm";
import { createChannel } from "../../platform/live/channel.js";
import { viewHandovers } from "./handover.view.js";
import { loadHandovers } from "./load-handovers.js";
import { loadLedElsewhere } from "./load-led-elsewhere.js";

type Parts = { dataSource: DataSource; clock: () => Date; onFault: (fault: unknown) => void };

/** What each clerk is asked to take over, and asks, and what they lead at another counter by it, beside their queue on the same stream. */
export function createHandoverStream({ dataSource, clock, onFault }: Parts) {
  const channel = createChannel({
    event: "handovers",
    load: async (clerkIds) => {
      // In this order: whoever hands one on from another counter must not lose it from `led` before they are told who has it.
      const led = await loadLedElsewhere(dataSource.manager, clerkIds, clock());
      const all = await loadHandovers(dataSource.manager);
      return new Map(
        clerkIds.map((clerkId) => [clerkId, { ...viewHandovers(all, clerkId, clock()), led: led.get(clerkId) ?? [] }]),
      );
    },
    onFault,
  });
  return {
    follow: (clerkId: string, send: (frame: Buffer) => void) => channel.subscribe([], clerkId, send),
    refresh: () => channel.refresh(),
  };
}
