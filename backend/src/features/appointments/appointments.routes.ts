import {
  appointmentView,
  bookAppointmentInput,
  bookedView,
  cancelAppointmentInput,
  moveAppointmentInput,
} from "@balie/contract/appointments";
import { slotList, slotQuery } from "@balie/contract/services";
import type { EntityManager } from "typeorm";
import { z } from "zod";
import type { Config } from "../../config.js";
import type { Context, LinkHolder } from "../../platform/context.js";
import { Refusal } from "../../platform/http/refusal.js";
import { fileRoute, route } from "../../platform/http/route.js";
import { loadMunicipality } from "../counters/load-municipality.js";
import { buildDownload } from "./appointment.calendar.js";
import type { Appointment } from "./appointment.entity.js";
import { type AppointmentSurroundings, viewAppointment } from "./appointment.view.js";
import { bookAppointment, type PlanMeeting } from "./book-appointment.js";
import { calendarEventOf } from "./calendar-event.js";
import { cancelAppointment } from "./cancel-appointment.js";
import { pinToCall } from "./citizen-pin.js";
import { findByLink } from "./find-by-link.js";
import { shownKioskCode } from "./kiosk-code.js";
import { listSlots } from "./list-slots.js";
import { loadAppointment } from "./load-appointment.js";
import { moveAppointment } from "./move-appointment.js";
import type { TellOthers } from "./tell-others.js";

/** What the features below tell of an appointment, handed in by app.ts. */
type Surroundings = {
  /** The appointment's meeting, made when it has none yet. */
  meetingOf: (db: EntityManager, appointment: Appointment) => Promise<AppointmentSurroundings["meeting"]>;
  planMeeting: PlanMeeting;
  hasSurvey: (db: EntityManager, appointment: Appointment) => Promise<boolean>;
  /** Tells the others who were asked to come. */
  tellOthers: TellOthers;
};

const token = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

export function appointmentRoutes(config: Config, { meetingOf, planMeeting, hasSurvey, tellOthers }: Surroundings) {
  const view = async ({ db, actor, now }: Context<LinkHolder>, appointment: Appointment) =>
    viewAppointment(
      appointment,
      await loadMunicipality(db),
      {
        meeting: await meetingOf(db, appointment),
        hasSurvey: await hasSurvey(db, appointment),
        kioskCode: shownKioskCode(appointment, actor.linkToken),
        dialIn: pinToCall(appointment, actor.linkToken, config),
      },
      now,
    );
  const statusOf = (db: EntityManager) => async (appointment: Appointment) => (await meetingOf(db, appointment)).status;

  return [
    route({
      method: "GET",
      path: "/api/services/:serviceId/slots",
      access: "anyone",
      input: slotQuery,
      output: slotList,
      run: listSlots,
    }),
    route({
      method: "POST",
      path: "/api/appointments",
      access: "anyone",
      limit: { name: "book", points: 20, seconds: 600 },
      input: bookAppointmentInput,
      output: bookedView,
      status: 201,
      run: async (context, input) => {
        // Nothing to call, and no mail: they could not come at all.
        if (input.citizen.email === null && !config.DIAL_IN_NUMBER)
          throw new Refusal(422, "invalid_input", { fields: ["citizen.email"] });
        const booked = await bookAppointment(context, input, config.APP_SECRET, { meetingOf, planMeeting });
        const { appointment, municipality, meeting, linkToken } = booked;
        const codes = {
          kioskCode: shownKioskCode(appointment, linkToken),
          dialIn: pinToCall(appointment, linkToken, config),
        };
        return {
          appointment: viewAppointment(appointment, municipality, { meeting, hasSurvey: false, ...codes }, context.now),
          link: `${config.PUBLIC_URL}/a/${linkToken}`,
        };
      },
    }),
    route({
      method: "GET",
      path: "/api/appointment",
      access: "link",
      input: z.object({}),
      output: appointmentView,
      run: async (context) => view(context, await loadAppointment(context.db, context.actor.appointmentId)),
    }),
    route({
      method: "POST",
      path: "/api/appointment/move",
      access: "link",
      limit: { name: "move", points: 30, seconds: 600 },
      input: moveAppointmentInput,
      output: appointmentView,
      run: async (context, input) =>
        view(context, await moveAppointment(context, input, statusOf(context.db), tellOthers)),
    }),
    route({
      method: "POST",
      path: "/api/appointment/cancellation",
      access: "link",
      input: cancelAppointmentInput,
      output: appointmentView,
      run: async (context) => view(context, await cancelAppointment(context, statusOf(context.db), tellOthers)),
    }),
    // A plain address, as phones hand downloads to the calendar; its path is as secret as the link's own.
    fileRoute({
      method: "GET",
      path: "/a/:token/afspraak.ics",
      access: "anyone",
      input: z.object({ token }),
      file: async ({ db, now }, input) => {
        const { appointmentId } = await findByLink(db, input.token);
        const appointment = await loadAppointment(db, appointmentId);
        const event = calendarEventOf(
          appointment,
          await loadMunicipality(db),
          { url: `${config.PUBLIC_URL}/a/${input.token}`, dialIn: pinToCall(appointment, input.token, config) },
          config,
        );
        return { name: "afspraak.ics", type: "text/calendar; charset=utf-8", body: buildDownload(event, now) };
      },
    }),
  ];
}
