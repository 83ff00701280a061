import type { DataSource } from "typeorm";
import { createChannel } from "../../platform/live/channel.js";
import { viewInterpreting } from "./interpreting.view.js";
import { loadInterpreting, loadWaiting } from "./load-interpreting.js";

type Parts = { dataSource: DataSource; onFault: (fault: unknown) => void };

/** The searches in the meetings that each clerk leads, beside their queue on the same stream. */
export function createInterpretingStream({ dataSource, onFault }: Parts) {
  const channel = createChannel({
    event: "interpreting",
    load: async (clerkIds) => {
      const db = dataSource.manager;
      const [all, waiting] = await Promise.all([loadInterpreting(db), loadWaiting(db)]);
      return new Map(clerkIds.map((clerkId) => [clerkId, viewInterpreting(all, waiting, clerkId)]));
    },
    onFault,
  });
  return {
    follow: (clerkId: string, send: (frame: Buffer) => void) => channel.subscribe([], clerkId, send),
    refresh: () => channel.refresh(),
  };
}
