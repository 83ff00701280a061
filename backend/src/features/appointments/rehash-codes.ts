import type { EntityManager } from "typeorm";
import { citizenPinOf, hashPin } from "./citizen-pin.js";
import { hashKioskCode, kioskCodeOf } from "./kiosk-code.js";

type OpenedLink = { id: string; token: string; pinTurn?: number | null };

/** The kiosk codes and PINs that come of these links are found under the new application secret. Who had none gets none. */
export async function rehashCodes(db: EntityManager, links: OpenedLink[], newAppSecret: string): Promise<void> {
  await db.query(
    `update appointment set kiosk_code_hash = case when kiosk_code_hash is not null then new.code_hash end, pin_hash = new.pin_hash
     from unnest($1::uuid[], $2::bytea[], $3::bytea[]) as new (id, code_hash, pin_hash) where appointment.id = new.id`,
    [
      links.map(({ id }) => id),
      links.map(({ token }) => hashKioskCode(newAppSecret, kioskCodeOf(token))),
      links.map(({ token, pinTurn }) => (pinTurn ? hashPin(newAppSecret, citizenPinOf(token, pinTurn)) : null)),
    ],
  );
}
