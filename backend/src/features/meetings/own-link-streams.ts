import type { ArrivalView } from "@balie/contract/meetings";
import type { DataSource, EntityManager } from "typeorm";
import type { z } from "zod";
import { type Access, streamRoute } from "../../platform/http/route.js";
import { createChannel } from "../../platform/live/channel.js";
import type { PageHolder } from "./note-presence.js";
import { createOpenPages } from "./open-pages.js";

export type Shown = { id: string; tabId: string };
type Streams<I extends z.ZodType> = {
  dataSource: DataSource;
  clock: () => Date;
  onFault: (fault: unknown) => void;
  holder: PageHolder;
  path: string;
  access: Access;
  input: I;
  idOf: (input: z.output<I>) => Shown;
  counterIdOf: (db: EntityManager, id: string) => Promise<string>;
  /** What these pages show; who is gone is left out. */
  load: (db: EntityManager, asked: Shown[]) => Promise<(Shown & { view: ArrivalView })[]>;
};

/** The live pages, at this process, of those who come by a link of their own. `refresh` on every announcement; `stop` at the end. */
export function createOwnLinkStreams<I extends z.ZodType>(streams: Streams<I>) {
  const { dataSource, clock, onFault, holder, path, access, input, idOf, counterIdOf, load } = streams;
  const db = dataSource.manager;
  const pages = createChannel({
    event: "arrival",
    load: async (keys) => {
      const asked = keys.map((key) => ({ id: key.slice(0, 36), tabId: key.slice(37) }));
      return new Map((await load(db, asked)).map(({ id, tabId, view }) => [`${id}:${tabId}`, view]));
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
        path,
        access,
        input,
        open: async (_, asked, send) => {
          const { id, tabId } = idOf(asked);
          const leave = await pages.subscribe([`counter:${await counterIdOf(db, id)}`], `${id}:${tabId}`, send);
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
