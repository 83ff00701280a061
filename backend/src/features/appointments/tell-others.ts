import type { EntityManager } from "typeorm";

/** Handed in by app.ts: an appointment's time or standing changed, and others were asked to come to it. */
export type TellOthers = (
  db: EntityManager,
  change: { appointmentId: string; is: "moved" | "cancelled" },
  now: Date,
) => Promise<void>;
