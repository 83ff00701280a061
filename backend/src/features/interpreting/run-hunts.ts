import { describeFault } from "../../platform/log.js";
import { runDueRows } from "../../platform/queue/run-due-rows.js";
import { endAbsent } from "./end-absent.js";
import { endUntold, findDueRequests, findDueSoon } from "./find-due-requests.js";
import { type Hunt, pursue } from "./pursue.js";

/** Seconds between looks at the rows. */
export const huntSweepSeconds = 2;

export type HuntObserver = { swept: () => void; reconnected: () => void };

/** Searches interpreters, on any number of processes. The end of a meeting leaves searches to hang up, of which a room order tells.
    @returns how to stop: nothing new is begun, and the step under way is finished. */
export const runHunts = (
  databaseUrl: string,
  hunt: Hunt,
  observer?: HuntObserver,
): Promise<{ stop: () => Promise<void> }> => {
  const db = hunt.dataSource.manager;
  return runDueRows({
    // A step is mostly waiting for Prosody's word.
    ...{ databaseUrl, name: "interpreting", concurrency: 30, sweepSeconds: huntSweepSeconds, alsoOn: "room_order" },
    run: (requestId) => pursue(hunt, requestId),
    findDue: () => findDueRequests(db),
    findDueSoon: (withinMs) => findDueSoon(db, withinMs),
    tidy: async () => {
      await endUntold(db);
      await endAbsent(hunt.dataSource);
    },
    onFault: (fault) => hunt.log.warn({ fault: describeFault(fault) }, "the search goes on after a fault"),
    ...(observer ? { observer } : {}),
  });
};
