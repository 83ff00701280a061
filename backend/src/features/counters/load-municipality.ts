import type { EntityManager } from "typeorm";
import { Municipality } from "./municipality.entity.js";

/** The one municipality of this appliance. @throws when the database was migrated but never set up. */
export async function loadMunicipality(db: EntityManager): Promise<Municipality> {
  const municipality = await db.findOneBy(Municipality, { id: 1 });
  if (!municipality) throw new Error("No municipality is set up in this database.");
  return municipality;
}
