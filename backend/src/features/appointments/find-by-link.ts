import type { EntityManager } from "typeorm";
import type { LinkHolder } from "../../platform/context.js";
import { Refusal } from "../../platform/http/refusal.js";
import { hashToken } from "../../platform/tokens.js";
import { Appointment } from "./appointment.entity.js";

/** Who holds this secret link. Refused: 404 link_unknown. */
export async function findByLink(db: EntityManager, linkToken: string | undefined): Promise<LinkHolder> {
  if (!linkToken) throw new Refusal(404, "link_unknown");
  const appointment = await db.findOne(Appointment, {
    select: { id: true },
    where: { linkHash: hashToken(linkToken) },
  });
  if (!appointment) throw new Refusal(404, "link_unknown");
  return { kind: "link", appointmentId: appointment.id, linkToken };
}
