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
import { keepSeen, noteSeen } from "./note-presence.js";
import { viewQueue } from "./queue.view.js";
import { changeOfQueue } from "./queue-change.rules.js";

type Streams = { config: Config; dataSource: DataSource; clock: () => Date; onFault: (fault: unknown) => void };

/** A reload closes one stream and opens the next: consoles don't blink in between. */
const graceMs = 3_000;
const keepSeenMs = 20_000;

/** The live pages of this process: the consoles' queue, and the waiting rooms. `refresh` on every announcement; `stop` at the end. */
export function createMeetingStreams({ config, dataSource, clock, onFault }: Streams) {
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

  const openPages = new Map<string, number>();
  const beat = setInterval(() => keepSeen(db, [...openPages.keys()], clock()).catch(onFault), keepSeenMs);
  const ageing = setInterval(() => consoles.refresh(), 60_000);

  return {
    refresh: (topic?: string) => {
      // A citizen whose turn it is goes before the clerk's list.
      waitingRooms.refresh(topic);
      consoles.refresh(topic);
    },
    stop: () => {
      clearInterval(beat);
      clearInterval(ageing);
    },
    routes: [
      streamRoute({
        method: "GET",
        path: "/api/queue/events",
        access: "clerk",
        input: z.object({}),
        open: ({ counterIds }, _, send) =>
          consoles.subscribe(
            counterIds.map((id) => `counter:${id}`),
            counterIds.join(","),
            send,
          ),
      }),
      streamRoute({
        method: "GET",
        path: "/api/arrivals/:arrivalId/events",
        access: "arrival",
        input: arrivalStreamInput,
        open: async (_, { arrivalId, tabId }, send) => {
          const leave = await follow(waitingRooms, arrivalId, tabId, send);
          openPages.set(arrivalId, (openPages.get(arrivalId) ?? 0) + 1);
          await dataSource.transaction((tx) => noteSeen(tx, arrivalId, tabId, true, clock()));
          return () => {
            leave();
            setTimeout(() => {
              const left = (openPages.get(arrivalId) ?? 1) - 1;
              if (left > 0) return openPages.set(arrivalId, left);
              openPages.delete(arrivalId);
              return dataSource.transaction((tx) => noteSeen(tx, arrivalId, tabId, false, clock())).catch(onFault);
            }, graceMs).unref();
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
