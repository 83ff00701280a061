import type { DataSource } from "typeorm";
import type { z } from "zod";
import { type Access, streamRoute } from "../../platform/http/route.js";
import { createChannel } from "../../platform/live/channel.js";
import { createOpenPages } from "./open-pages.js";
import { loadShown, type OwnLinkPages } from "./own-link-pages.js";

type Parts = { dataSource: DataSource; clock: () => Date; onFault: (fault: unknown) => void };

/** The live pages, at this process, of those who come by one kind of own link. `refresh` on every announcement; `stop` at the end. */
export function createOwnLinkStreams<A extends Access, I extends z.ZodType>(
  { dataSource, clock, onFault }: Parts,
  own: OwnLinkPages<A, I>,
) {
  const { holder, kind, path, access, input, shownOf } = own;
  const db = dataSource.manager;
  const pages = createChannel({
    event: "arrival",
    load: async (keys) => {
      const asked = keys.map((key) => ({ id: key.slice(0, 36), tabId: key.slice(37) }));
      return new Map((await loadShown(db, own, asked)).map(({ id, tabId, view }) => [`${id}:${tabId}`, view]));
    },
    onFault,
  });
  const openPages = createOpenPages({ holder, dataSource, clock, onFault });
  return {
    refresh: pages.refresh,
    stop: openPages.stop,
    routes: [
      streamRoute({
        method: "GET",
        path: `${path}/events`,
        access,
        input,
        open: async (_, asked, send) => {
          const { id, tabId } = shownOf(asked);
          const { meeting } = await db.findOneOrFail(kind, { where: { id }, relations: { meeting: true } });
          const leave = await pages.subscribe([`counter:${meeting.counterId}`], `${id}:${tabId}`, send);
          const closed = await openPages.opened(id, tabId).catch((fault: unknown) => {
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
}
