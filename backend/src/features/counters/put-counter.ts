import type { CounterInFile } from "@balie/contract/municipality-file";
import type { EntityManager } from "typeorm";
import type { Put } from "../clerks/put.js";
import { Closure } from "./closure.entity.js";
import { OpeningHours } from "./opening-hours.entity.js";
import { stretchesOf } from "./opening-hours.rules.js";

/** Makes the counter of this key, or brings it up to date. Appointments stay where they are, whatever the new hours say. */
export async function putCounter(db: EntityManager, wanted: CounterInFile): Promise<Put> {
  const { key, name, capacity, slotMinutes, noticeMinutes, horizonDays } = wanted;
  const [row]: { isNew: boolean }[] = await db.query(
    `insert into counter (key, name, capacity, slot_minutes, notice_minutes, horizon_days) values ($1, $2, $3, $4, $5, $6)
     on conflict (key) do update set name = excluded.name, capacity = excluded.capacity,
       slot_minutes = excluded.slot_minutes, notice_minutes = excluded.notice_minutes, horizon_days = excluded.horizon_days
       where (counter.name, counter.capacity, counter.slot_minutes, counter.notice_minutes, counter.horizon_days)
         is distinct from (excluded.name, excluded.capacity, excluded.slot_minutes, excluded.notice_minutes, excluded.horizon_days)
     returning xmax = 0 "isNew"`,
    [key, name, capacity, slotMinutes, noticeMinutes, horizonDays],
  );
  const [{ id }] = await db.query("select id from counter where key = $1", [key]);
  const isRetimed = [await putHours(db, id, wanted), await putClosures(db, id, wanted)].includes(true);
  if (row?.isNew) return { id, how: "added" };
  return { id, how: row || isRetimed ? "changed" : "unchanged" };
}

async function putHours(db: EntityManager, counterId: string, { hours }: CounterInFile): Promise<boolean> {
  const wanted = stretchesOf(hours);
  const present = await db.find(OpeningHours, {
    where: { counterId },
    order: { weekday: "ASC", opensMinute: "ASC" },
    select: { weekday: true, opensMinute: true, closesMinute: true },
  });
  if (
    JSON.stringify(
      present.map(({ weekday, opensMinute, closesMinute }) => ({ weekday, opensMinute, closesMinute })),
    ) === JSON.stringify(wanted)
  )
    return false;
  await db.delete(OpeningHours, { counterId });
  await db.insert(
    OpeningHours,
    wanted.map((stretch) => ({ ...stretch, counterId })),
  );
  return true;
}

async function putClosures(db: EntityManager, counterId: string, { closures }: CounterInFile): Promise<boolean> {
  const wanted = closures.map(({ from, until }) => `${from} ${until}`).sort();
  const present = await db.findBy(Closure, { counterId });
  if (JSON.stringify(present.map(({ startsOn, endsOn }) => `${startsOn} ${endsOn}`).sort()) === JSON.stringify(wanted))
    return false;
  await db.delete(Closure, { counterId });
  await db.insert(
    Closure,
    closures.map(({ from, until }) => ({ counterId, startsOn: from, endsOn: until })),
  );
  return true;
}
