import type { ServiceInFile } from "@balie/contract/municipality-file";
import type { EntityManager } from "typeorm";
import type { Put } from "../clerks/put.js";

/** Makes the counter's service of this key, or brings it up to date. What was booked keeps its time and length. */
export async function putService(
  db: EntityManager,
  counterId: string,
  position: number,
  wanted: ServiceInFile,
): Promise<Put> {
  const { key, name, description, bring, durationMinutes, bufferMinutes, isOffered, pages } = wanted;
  const [row]: { isNew: boolean }[] = await db.query(
    `insert into service (counter_id, key, name, description, bring, duration_minutes, buffer_minutes, position, is_offered, pages)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     on conflict (counter_id, key) do update set name = excluded.name, description = excluded.description,
       bring = excluded.bring, duration_minutes = excluded.duration_minutes, buffer_minutes = excluded.buffer_minutes,
       position = excluded.position, is_offered = excluded.is_offered, pages = excluded.pages
       where (service.name, service.description, service.bring, service.duration_minutes, service.buffer_minutes,
              service.position, service.is_offered, service.pages)
         is distinct from (excluded.name, excluded.description, excluded.bring, excluded.duration_minutes,
              excluded.buffer_minutes, excluded.position, excluded.is_offered, excluded.pages)
     returning xmax = 0 "isNew"`,
    [
      counterId,
      key,
      name,
      description,
      bring,
      durationMinutes,
      bufferMinutes,
      position,
      isOffered,
      JSON.stringify(pages),
    ],
  );
  const [{ id }] = await db.query("select id from service where counter_id = $1 and key = $2", [counterId, key]);
  if (!row) return { id, how: "unchanged" };
  return { id, how: row.isNew ? "added" : "changed" };
}
