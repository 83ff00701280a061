import { randomUUID } from "node:crypto";
import type { DataSource, EntityManager } from "typeorm";

type Consoles = { dataSource: DataSource; clock: () => Date; onFault: (fault: unknown) => void };

/** Not heard of for so long means closed: a process that died says nothing. */
export const consoleSilenceSeconds = 60;
const beatMs = 20_000;
/** A reload closes one stream and opens the next. */
const graceMs = 3_000;

/** Which clerks have their console open at this process: a row for each page, noted when its stream opens, kept while it stands, and taken away a moment after it closed. */
export function createOpenConsoles({ dataSource, clock, onFault }: Consoles) {
  const open = new Map<string, string>();
  const note = () =>
    dataSource.query(
      `insert into open_console (id, clerk_id, seen_at) select page.id, page.clerk_id, $3
       from unnest($1::uuid[], $2::uuid[]) page (id, clerk_id) join clerk k on k.id = page.clerk_id
       on conflict (id) do update set seen_at = excluded.seen_at`,
      [[...open.keys()], [...open.values()], clock()],
    );
  const beat = setInterval(() => open.size > 0 && note().catch(onFault), beatMs);
  const close = (id: string) => {
    open.delete(id);
    dataSource.query("delete from open_console where id = $1", [id]).catch(onFault);
  };
  return {
    /** Resolves with what is to be called when the stream closes; nothing stays noted when it fails. */
    opened: async (clerkId: string): Promise<() => void> => {
      const id = randomUUID();
      open.set(id, clerkId);
      await note().catch((fault: unknown) => {
        open.delete(id);
        throw fault;
      });
      return () => void setTimeout(() => close(id), graceMs).unref();
    },
    stop: () => clearInterval(beat),
  };
}

/** What a process that died left behind. The worker calls this. */
export const forgetSilentConsoles = (db: EntityManager, now: Date): Promise<unknown> =>
  db.query("delete from open_console where seen_at <= $1::timestamptz - make_interval(secs => $2)", [
    now,
    consoleSilenceSeconds,
  ]);
