import type { EntityManager } from "typeorm";
import type { Municipality } from "./municipality.entity.js";

/** Makes the appliance's one municipality, or brings it up to date. @returns whether anything changed. */
export async function putMunicipality(db: EntityManager, wanted: Omit<Municipality, "id">): Promise<boolean> {
  const { name, timeZone, phone } = wanted;
  const changed: unknown[] = await db.query(
    `insert into municipality (id, name, time_zone, phone) values (1, $1, $2, $3)
     on conflict (id) do update set name = excluded.name, time_zone = excluded.time_zone, phone = excluded.phone
       where (municipality.name, municipality.time_zone, municipality.phone)
         is distinct from (excluded.name, excluded.time_zone, excluded.phone)
     returning id`,
    [name, timeZone, phone],
  );
  return changed.length > 0;
}
