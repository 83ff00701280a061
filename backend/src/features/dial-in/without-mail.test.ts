import type { BookAppointmentInput } from "@balie/contract/appointments";
import { expect } from "chai";
import { code, startCalls } from "../../../test/calls.js";
import { admit, arrive, book, bookingOf, quarterAfter } from "../../../test/factories.js";
import { type SmtpSink, startSmtpSink } from "../../../test/smtp-sink.js";
import { createLog } from "../../platform/log.js";
import { createMailer } from "../../platform/mail/mailer.js";
import { type Outbox, sendMessage } from "../../platform/outbox/send-message.js";
import { type AppointmentMailKind, appointmentMailKinds } from "../appointments/appointment.messages.js";
import { composeAppointmentMail } from "../appointments/compose-appointment-mail.js";
import { composeFollowUpMail } from "../outcomes/compose-follow-up-mail.js";

const now = new Date("2026-11-23T09:00:00Z");
const number = "+32 9 123 45 67";
const without: Partial<BookAppointmentInput> = {
  citizen: { name: "Jef Zonder", email: null, phone: "0470 12 34 56" },
  dialsIn: true,
};

describe("a citizen without e-mail", () => {
  const calls = startCalls(now, { DIAL_IN_NUMBER: number, DIAL_IN_SECRET: "v".repeat(48) });
  let sink: SmtpSink;
  before(async () => {
    sink = await startSmtpSink();
  });
  after(() => sink.goAway());

  const at = (hours: number) => quarterAfter(now, hours * 60);
  const ask = (changes: object, startsAt = at(3)) => {
    const { app, service } = calls.begun();
    return app.call("POST", "/api/appointments", { body: { ...bookingOf(service.id, startsAt), ...changes } });
  };
  /** All that was to be sent about it until then, as a worker does. */
  const sendAll = async (subjectId: string): Promise<string[]> => {
    const { app } = calls.begun();
    const { dataSource } = app.database;
    const outbox: Outbox = {
      dataSource,
      compose: {
        ...Object.fromEntries(appointmentMailKinds.map((kind: AppointmentMailKind) => [kind, composed(kind)])),
        meeting_follow_up: (db, id, when) => composeFollowUpMail(db, app.config, id, when),
      },
      mailer: createMailer(sink.url, app.config.MAIL_FROM, "loket.example.org"),
      log: createLog("silent", "test"),
    };
    const due = await calls.query(
      "update outbox_message set due_at = now() where subject_id = $1 and state = 'scheduled' returning id, kind",
      [subjectId],
    );
    const settled: string[] = [];
    for (const { id, kind } of due[0]) settled.push(`${kind} ${await sendMessage(outbox, id, app.clock.now)}`);
    return settled.sort();
  };
  const composed =
    (kind: AppointmentMailKind): Outbox["compose"][string] =>
    (db, id, when) =>
      composeAppointmentMail(db, calls.begun().app.config, kind, id, when);

  it("books by telephone, and has the number and the PIN at once", async () => {
    const answer = await ask(without);
    expect(answer.status, answer.text).to.equal(201);
    expect(answer.json.appointment.citizen).to.deep.equal({ name: "Jef Zonder", email: null });
    expect(answer.json.appointment.dialIn.number).to.equal(number);
    expect(answer.json.appointment.dialIn.pin).to.match(/^\d{8}$/);
  });

  it("is mailed nothing: no confirmation, move, cancellation, reminder or follow-up, and none of them is a fault", async () => {
    const { app, service, clerk } = calls.begun();
    const one = await book(app, service.id, at(25), without);
    app.clock.now = new Date(one.startsAt.getTime() - 24 * 3_600_000);
    expect(await sendAll(one.id)).to.deep.equal([
      "appointment_confirmed withdrawn",
      "appointment_reminder_day withdrawn",
      "appointment_reminder_hour withdrawn",
    ]);
    await app.call("POST", "/api/appointment/move", { body: { startsAt: at(26) }, bearer: one.token });
    expect(await sendAll(one.id)).to.include("appointment_moved withdrawn");
    await app.call("POST", "/api/appointment/cancellation", { body: {}, bearer: one.token });
    expect(await sendAll(one.id)).to.deep.equal(["appointment_cancelled withdrawn"]);

    const held = await book(app, service.id, at(4), without);
    app.clock.now = held.startsAt;
    await admit(app, clerk, held, await arrive(app, held));
    await app.call("POST", `/api/meetings/${held.meetingId}/end`, { body: {}, jar: clerk });
    const outcome = { result: "helped", product: "", note: "", message: "Tot ziens.", links: [] };
    const path = `/api/meetings/${held.meetingId}/outcome`;
    const recorded = await app.call("POST", path, { body: outcome, jar: clerk });
    expect(recorded.status, recorded.text).to.equal(200);
    expect(await sendAll(held.id)).to.include("meeting_follow_up withdrawn");
    expect(sink.mails).to.deep.equal([]);
  });

  it("gives a telephone number, and dials in: else nobody could reach them", async () => {
    const { citizen } = without;
    const refused = async (changes: object) => {
      const answer = await ask({ ...without, ...changes });
      return [code(answer), answer.json.fields];
    };
    expect(await refused({ citizen: { ...citizen, phone: null } })).to.deep.equal([
      "422 invalid_input",
      ["citizen.phone"],
    ]);
    expect(await refused({ dialsIn: false })).to.deep.equal(["422 invalid_input", ["citizen.email"]]);
  });

  it("is none of the database's without that number, whoever writes it", async () => {
    const { app, service } = calls.begun();
    const [one, other] = [await book(app, service.id, at(5), without), await book(app, service.id, at(5))];
    const writes = (change: string, id: string) =>
      calls.query(`update appointment set ${change} where id = $1`, [id]).then(
        () => "written",
        ({ driverError }) => driverError.constraint,
      );
    expect(await writes("citizen_phone = null", one.id)).to.equal("appointment_reach_check");
    expect(await writes("citizen_email = null, citizen_phone = '0470 12 34 56'", other.id)).to.equal(
      "appointment_reach_check",
    );
  });

  it("books only where there is a number to call", async () => {
    const { config } = calls.begun().app;
    delete config.DIAL_IN_NUMBER;
    try {
      const answer = await ask(without, at(6));
      expect([code(answer), answer.json.fields]).to.deep.equal(["422 invalid_input", ["citizen.email"]]);
    } finally {
      config.DIAL_IN_NUMBER = number;
    }
  });

  it("has the number to be reached at in the queue; whoever has e-mail has none there", async () => {
    const { app, service, clerk } = calls.begun();
    const citizen = { name: "Els Janssens", email: "els@example.org", phone: "0470 65 43 21" };
    const [one, other] = [
      await book(app, service.id, at(7), without),
      await book(app, service.id, at(7), { citizen, dialsIn: true }),
    ];
    const { json } = await app.call("GET", "/api/queue", { jar: clerk });
    const numberOf = ({ meetingId }: { meetingId: string }) =>
      json.entries.find((entry: any) => entry.meetingId === meetingId).numberWithoutMail;
    expect([numberOf(one), numberOf(other)]).to.deep.equal(["0470 12 34 56", null]);
  });
});
