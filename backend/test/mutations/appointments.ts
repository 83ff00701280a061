import type { Mutation } from "./mutation.js";

const booking = "backend/src/features/appointments/appointments.test.ts";

export const ofAppointments: Mutation[] = [
  {
    guard: "a seat is one person's",
    file: "backend/src/features/appointments/insert-appointment.ts",
    find: ".catch(refuseOverlap);",
    replace: ";",
    test: booking,
    grep: "every seat is taken",
  },
  {
    guard: "a booking takes a seat that is free throughout",
    file: "backend/src/features/appointments/insert-appointment.ts",
    find: "tstzrange(starts_at, seat_free_at) && tstzrange($6, $8)",
    replace: "starts_at = $6",
    test: booking,
    grep: "the slot rules name",
  },
  {
    guard: "a seat beyond a lowered capacity counts",
    file: "backend/src/features/appointments/insert-appointment.ts",
    find: "and (select count(distinct seat) from taken) < $5",
    replace: "",
    test: booking,
    grep: "a lowered capacity",
  },
  {
    guard: "a move takes no seat of another",
    file: "backend/src/features/appointments/take-slot.ts",
    find: `if (seat === null) throw new Refusal(409, "slot_taken");`,
    replace: "",
    test: booking,
    grep: "not take a full one",
  },
  {
    guard: "the same request twice at once books once",
    file: "backend/src/features/appointments/book-appointment.ts",
    find: "lockRequest(db, input.requestId),",
    replace: "undefined,",
    test: booking,
    grep: "sent twice at once",
  },
  {
    guard: "what failed with the commit is not answered as done",
    file: "backend/src/platform/database/transaction.ts",
    find: "for (const statement of left) await statement;",
    replace: "",
    test: booking,
    grep: "every seat is taken",
  },
  {
    guard: "a cancelled appointment sends no reminder",
    file: "backend/src/features/appointments/cancel-appointment.ts",
    find: "await withdrawMessages(db, appointment.id);\n",
    replace: "",
    test: booking,
    grep: "unsent mail is withdrawn",
  },
];
