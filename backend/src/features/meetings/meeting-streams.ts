import type { DataSource } from "typeorm";
import { z } from "zod";
import type { Config } from "../../config.js";
import { streamRoute } from "../../platform/http/route.js";
import { type Channel, createChannel } from "../../platform/live/channel.js";
import { Arrival } from "./arrival.entity.js";
import { createTokenBringer } from "./bring-tokens.js";
import { loadArrivals } from "./load-arrivals.js";
import { loadQueue } from "./load-queue.js";
import { arrivalStreamInput } from "./meetings.routes.js";
import { createOpenConsoles } from "./open-consoles.js";
import { createOpenPages } from "./open-pages.js";
import { viewQueue } from "./queue.view.js";
import { changeOfQueue } from "./queue-change.rules.js";

type Send = (frame: Buffer) => void;
/** What else a console's stream carries, from features below. */
type Beside = { follow: (clerkId: string, send: Send) => Promise<() => void>; refresh: () => void };
type Streams = {
  config: Config;
  dataSource: DataSource;
  clock: () => Date;
  onFault: (fault: unknown) => void;
  beside: readonly Beside[];
};

/** The live pages of this process: the consoles' queue, and the waiting rooms. `refresh` on every announcement; `stop` at the end. */
export function createMeetingStreams({ config, dataSource, clock, onFault, beside }: Streams) {
  const db = dataSource.manager;
  const consoles = createChannel({
    event: "queue",
    change: { event: "queue-change", between: changeOfQueue },
    load: async (keys) => {
      const now = clock();
      const queue = await loadQueue(db, [...new Set(keys.flatMap((key) => key.split(",")))].filter(Boolean), now);
      const ofKey = (key: string) => queue.filter(({ counterId }) => key.includes(counterId));
      return new Map(keys.map((key) => [key, viewQueue(ofKey(key), now)]));
    },
    onFault,
  });
  const tokens = createTokenBringer(config);
  const waitingRooms = createChannel({
    event: "arrival",
    load: async (keys) => {
      const now = clock();
      const asked = keys.map((key) => ({ arrivalId: key.slice(0, 36), tabId: key.slice(37) }));
      const seen = await loadArrivals(db, asked, now);
      await tokens.bring({ db, now }, seen);
      return new Map(seen.map(({ arrivalId, tabId, view }) => [`${arrivalId}:${tabId}`, view]));
    },
    onFault,
  });

  const openPages = createOpenPages({ holder: "arrival", dataSource, clock, onFault });
  const openConsoles = createOpenConsoles({ dataSource, clock, onFault });
  const ageing = setInterval(() => consoles.refresh(), 60_000);

  return {
    refresh: (topic?: string) => {
      // A citizen whose turn it is goes before the clerk's list.
      waitingRooms.refresh(topic);
      consoles.refresh(topic);
      for (const one of beside) one.refresh();
    },
    stop: () => {
      openPages.stop();
      openConsoles.stop();
      clearInterval(ageing);
    },
    routes: [
      streamRoute({
        method: "GET",
        path: "/api/queue/events",
        access: "clerk",
        input: z.object({}),
        open: async ({ clerkId, counterIds }, _, send) => {
          const topics = counterIds.map((id) => `counter:${id}`);
          const leaves = [await consoles.subscribe(topics, counterIds.join(","), send)];
          const leaveAll = () => {
            for (const leave of leaves) leave();
          };
          const opening = [
            ...beside.map(
              ({ follow }) =>
                () =>
                  follow(clerkId, send),
            ),
            () => openConsoles.opened(clerkId),
          ];
          for (const open of opening)
            leaves.push(
              await open().catch((fault: unknown) => {
                leaveAll();
                throw fault;
              }),
            );
          return leaveAll;
        },
      }),
      streamRoute({
        method: "GET",
        path: "/api/arrivals/:arrivalId/events",
        access: "arrival",
        input: arrivalStreamInput,
        open: async (_, { arrivalId, tabId }, send) => {
          const leave = await follow(waitingRooms, arrivalId, tabId, send);
          const closed = await openPages.opened(arrivalId, tabId).catch((fault: unknown) => {
            leave();
            throw fault;
          });
          return () => {
            leave();
            closed();
          };
        },
      }),
    ],
  };

  async function follow(channel: Channel, arrivalId: string, tabId: string, send: (frame: Buffer) => void) {
    const { meeting } = await db.findOneOrFail(Arrival, { where: { id: arrivalId }, relations: { meeting: true } });
    const leaveTokens = tokens.follow(arrivalId, tabId, send);
    const subscribing = channel.subscribe([`counter:${meeting.counterId}`], `${arrivalId}:${tabId}`, send);
    const leave = await subscribing.catch((fault: unknown) => {
      leaveTokens();
      throw fault;
    });
    return () => {
      leaveTokens();
      leave();
    };
  }
}
