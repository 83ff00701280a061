import type { DataSource } from "typeorm";
import { keepSeen, noteSeen, type OpenPage, type PageHolder } from "./note-presence.js";

type Pages = { holder: PageHolder; dataSource: DataSource; clock: () => Date; onFault: (fault: unknown) => void };

/** A reload closes one stream and opens the next: consoles don't blink in between. */
const graceMs = 3_000;
const keepSeenMs = 20_000;

/** Who has a page open at this process: noted when its stream opens, kept while it stands, and taken back a moment after it closed. */
export function createOpenPages({ holder, dataSource, clock, onFault }: Pages) {
  const open = new Map<string, OpenPage & { streams: number }>();
  const note = (id: string, tabId: string, isHere: boolean) =>
    dataSource.transaction((tx) => noteSeen(tx, holder, id, tabId, isHere, clock()));
  const beat = setInterval(
    () => keepSeen(dataSource.manager, holder, [...open.values()], clock()).catch(onFault),
    keepSeenMs,
  );
  /** The page's streams that are left. */
  const count = (id: string, tabId: string, change: 1 | -1): number => {
    const key = `${id}:${tabId}`;
    const streams = (open.get(key)?.streams ?? 0) + change;
    if (streams > 0) open.set(key, { id, tabId, streams });
    else open.delete(key);
    return streams;
  };
  return {
    /** Resolves with what is to be called when the stream closes; nothing stays counted when it fails. */
    opened: async (id: string, tabId: string): Promise<() => void> => {
      count(id, tabId, 1);
      await note(id, tabId, true).catch((fault: unknown) => {
        count(id, tabId, -1);
        throw fault;
      });
      return () =>
        void setTimeout(() => {
          if (count(id, tabId, -1) === 0) note(id, tabId, false).catch(onFault);
        }, graceMs).unref();
    },
    stop: () => clearInterval(beat),
  };
}
