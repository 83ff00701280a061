import type { EntityManager } from "typeorm";
import { Refusal } from "../../platform/http/refusal.js";
import { Municipality } from "./municipality.entity.js";

/** The one municipality of this appliance. @throws Refusal `not_set_up` when the database was migrated but never set up. */
export async function loadMunicipality(db: EntityManager): Promise<Municipality> {
  const municipality = await db.findOneBy(Municipality, { id: 1 });
  if (!municipality) throw new Refusal(503, "not_set_up");
  return municipality;
}
