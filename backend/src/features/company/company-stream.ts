import type { DataSource } from "typeorm";
import { createChannel } from "../../platform/live/channel.js";
import { viewCompany } from "./company.view.js";
import { loadCompany } from "./load-company.js";

type Parts = { dataSource: DataSource; onFault: (fault: unknown) => void };

/** What each clerk was asked and asks, beside their queue on the same stream: a browser has few connections to give. A colleague may be at another counter than the meeting, so that any news counts. */
export function createCompanyStream({ dataSource, onFault }: Parts) {
  const channel = createChannel({
    event: "company",
    load: async (clerkIds) => {
      const all = await loadCompany(dataSource.manager);
      return new Map(clerkIds.map((clerkId) => [clerkId, viewCompany(all, clerkId)]));
    },
    onFault,
  });
  return {
    follow: (clerkId: string, send: (frame: Buffer) => void) => channel.subscribe([], clerkId, send),
    refresh: () => channel.refresh(),
  };
}
