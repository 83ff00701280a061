import { Not } from "typeorm";
import type { Context, LinkHolder } from "../../platform/context.js";
import { Helper } from "./helper.entity.js";

/** Whom the citizen invited, and did not withdraw. */
export const listHelpers = ({ db, actor: { appointmentId } }: Context<LinkHolder>): Promise<Helper[]> =>
  db.find(Helper, {
    where: { meeting: { appointmentId }, state: Not("withdrawn") },
    relations: { guest: true, meeting: true },
    order: { consentedAt: "ASC", id: "ASC" },
  });
