import type { Context } from "../../platform/context.js";

/** Reservations whose time ended `days` ago: as long as they stand their interpreters can't be erased. The worker calls this; twice at once is harmless. */
export const forgetReservations = ({ db, now }: Pick<Context, "db" | "now">, days: number): Promise<unknown> =>
  db.query("delete from interpreter_reservation where ends_at <= $1::timestamptz - $2 * interval '1 day'", [now, days]);
