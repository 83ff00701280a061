import type { KioskOpened, KioskOpeningInput } from "@balie/contract/kiosk";
import type { Context } from "../../platform/context.js";
import { Refusal } from "../../platform/http/refusal.js";
import { unsealToken } from "../../platform/tokens.js";
import { Appointment } from "../appointments/appointment.entity.js";
import { hashKioskCode } from "../appointments/kiosk-code.js";
import { opensAtKiosk, readKioskCode } from "../appointments/kiosk-code.rules.js";
import { loadMunicipality } from "../counters/load-municipality.js";

/** The secret link of the appointment whose code was typed at a kiosk. Refused, always alike, so that nobody learns which codes there are: 404 kiosk_code_unknown. */
export async function openByCode(
  { db, now }: Context,
  { code: typed }: KioskOpeningInput,
  appSecret: string,
): Promise<KioskOpened> {
  const code = readKioskCode(typed);
  if (!code) throw new Refusal(404, "kiosk_code_unknown");
  const kioskCodeHash = hashKioskCode(appSecret, code);
  const { timeZone } = await loadMunicipality(db);
  const all = await db.find(Appointment, { where: { kioskCodeHash } });
  const [appointment, another] = all.filter((each) => opensAtKiosk(each, timeZone, now));
  // Two with the same code on the same day come once in many lifetimes; even then nobody gets the other's.
  if (!appointment || another) throw new Refusal(404, "kiosk_code_unknown");
  return { linkToken: unsealToken(appSecret, appointment.linkSealed) };
}
