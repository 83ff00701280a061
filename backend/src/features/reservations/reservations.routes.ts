import { answerReservationInput, reservationList, reservationView } from "@balie/contract/reservations";
import { z } from "zod";
import type { Context, ReservationLinkHolder } from "../../platform/context.js";
import { route } from "../../platform/http/route.js";
import { loadMunicipality } from "../counters/load-municipality.js";
import { answerReservation } from "./answer-reservation.js";
import type { InterpreterReservation } from "./interpreter-reservation.entity.js";
import { listNeededInterpreters } from "./list-needed-interpreters.js";
import { openReservation } from "./open-reservation.js";
import { viewReservation } from "./reservation.view.js";

export function reservationRoutes() {
  const view = async ({ db, now }: Context<ReservationLinkHolder>, reservation: InterpreterReservation) =>
    viewReservation(reservation, await loadMunicipality(db), now);
  return [
    route({
      method: "GET",
      path: "/api/reservation",
      access: "reservation_link",
      input: z.object({}),
      output: reservationView,
      run: async (context) => view(context, await openReservation(context)),
    }),
    route({
      method: "POST",
      path: "/api/reservation/answer",
      access: "reservation_link",
      limit: { name: "answer-reservation", points: 60, seconds: 60 },
      input: answerReservationInput,
      output: reservationView,
      run: async (context, input) => view(context, await answerReservation(context, input)),
    }),
    route({
      method: "GET",
      path: "/api/reservations",
      access: "clerk",
      input: z.object({}),
      output: reservationList,
      run: (context) => listNeededInterpreters(context),
    }),
  ];
}
