import type { Mutation } from "./mutation.js";

const interpreting = "backend/src/features/interpreting";
const invoice = `${interpreting}/invoice.test.ts`;

export const ofInvoices: Mutation[] = [
  {
    guard: "only administrators export calls",
    file: `${interpreting}/export-calls.ts`,
    find: "  refuseOthers(actor);",
    replace: "  void actor, refuseOthers;",
    test: invoice,
    grep: "is the administrators' alone",
  },
  {
    guard: "an invoice's month is the municipality's",
    file: `${interpreting}/call-file.rules.ts`,
    find: "DateTime.fromISO(month, { zone: timeZone })",
    replace: `DateTime.fromISO(month, { zone: timeZone ? "UTC" : timeZone })`,
    test: invoice,
    grep: "is a month of answered calls",
  },
  {
    guard: "an invoice has agency and contract as they were",
    file: `${interpreting}/export-calls.ts`,
    find: `c.agency_name "agencyName", c.contract_number "contractNumber"`,
    replace: `(select i.agency_name from interpreter i where i.id = c.interpreter_id) "agencyName", null "contractNumber"`,
    test: invoice,
    grep: "is a month of answered calls",
  },
  {
    guard: "calls are forgotten by date",
    file: `${interpreting}/forget-calls.ts`,
    find: "ended_at <= $1::timestamptz - $2 * interval '1 day'",
    replace: "ended_at <= $1::timestamptz - $2 * interval '0 day'",
    test: invoice,
    grep: "is forgotten by date",
  },
  {
    guard: "whoever is still to be hung up is not forgotten",
    file: `${interpreting}/forget-calls.ts`,
    find: " and not (c.must_hang_up and c.hung_up_at is null)",
    replace: "",
    test: invoice,
    grep: "is forgotten by date",
  },
];
