import type { DeviceCheckInput } from "@balie/contract/device-checks";
import type { Context, LinkHolder } from "../../platform/context.js";
import { announce } from "../../platform/live/announce.js";
import { loadAppointment } from "../appointments/load-appointment.js";
import { DeviceCheck } from "./device-check.entity.js";

/** Keeps what the citizen's check found, in place of an earlier one, and tells the consoles. Its holder may check as often as they like, before and after. */
export async function keepDeviceCheck(
  { db, actor, now }: Context<LinkHolder>,
  found: DeviceCheckInput,
): Promise<DeviceCheckInput & { checkedAt: Date }> {
  const { id, counterId } = await loadAppointment(db, actor.appointmentId);
  const check = { ...found, checkedAt: now };
  await db.upsert(DeviceCheck, { ...check, appointmentId: id }, ["appointmentId"]);
  await announce(db, `counter:${counterId}`);
  return check;
}
