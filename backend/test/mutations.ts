import { ofAppointments } from "./mutations/appointments.js";
import { ofCallers } from "./mutations/callers.js";
import { ofClerks } from "./mutations/clerks.js";
import { ofCompany } from "./mutations/company.js";
import { ofDialIns } from "./mutations/dial-ins.js";
import { ofDocuments } from "./mutations/documents.js";
import { ofGate } from "./mutations/gate.js";
import { ofGuests } from "./mutations/guests.js";
import { ofHandovers } from "./mutations/handovers.js";
import { ofHelpers } from "./mutations/helpers.js";
import { ofInterpreterLinks } from "./mutations/interpreter-links.js";
import { ofInterpreters } from "./mutations/interpreters.js";
import { ofInterpreting } from "./mutations/interpreting.js";
import { ofInvoices } from "./mutations/invoices.js";
import { ofKiosk } from "./mutations/kiosk.js";
import { ofMeetings } from "./mutations/meetings.js";
import type { Mutation } from "./mutations/mutation.js";
import { ofPlatform } from "./mutations/platform.js";
import { ofReservations } from "./mutations/reservations.js";
import { ofTestCalls } from "./mutations/test-calls.js";

/** Each guard of the backend with the change that takes it away, feature by feature. Run by `npm run drill -- mutations`. */
export const mutations: Mutation[] = [
  ...ofPlatform,
  ...ofClerks,
  ...ofAppointments,
  ...ofGate,
  ...ofMeetings,
  ...ofGuests,
  ...ofHandovers,
  ...ofKiosk,
  ...ofDocuments,
  ...ofCompany,
  ...ofHelpers,
  ...ofInterpreters,
  ...ofInterpreting,
  ...ofInterpreterLinks,
  ...ofInvoices,
  ...ofTestCalls,
  ...ofReservations,
  ...ofDialIns,
  ...ofCallers,
];
