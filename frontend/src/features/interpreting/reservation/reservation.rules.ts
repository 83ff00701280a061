import type { ReservationView } from "@balie/contract/reservations";

/** What the page shows. `over`: the time has begun. */
export type Situation = "asked" | "confirmed" | "declined" | "lapsed" | "withdrawn" | "over";

export const situationOf = ({ state, isOver }: Pick<ReservationView, "state" | "isOver">): Situation =>
  isOver && state === "asked" ? "over" : state;
