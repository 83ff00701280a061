import { randomUUID } from "node:crypto";
import { bookAppointmentInput } from "@balie/contract/appointments";
import { expect } from "chai";
import type { TestApp } from "../../../test/app.js";
import { type CallerBooked, startCallers } from "../../../test/callers.js";
import { code } from "../../../test/calls.js";
import { bookingOf, colleague, quarterAfter, signIn } from "../../../test/factories.js";
import { dialInNumber, unknown } from "../../../test/voice-menu.js";
import { resealLinks } from "../appointments/reseal-links.js";

const now = new Date("2026-11-23T09:00:00Z");

describe("a citizen without internet", () => {
  const callers = startCallers(now);
  const { query, booked, type, asClerk, callerInCall } = callers;
  let app: TestApp;

  before(() => {
    ({ app } = callers.begun());
  });

  describe("has a number and a PIN of their own", () => {
    it("when they say so at booking; nobody else has", async () => {
      const view = (one: CallerBooked) => app.call("GET", "/api/appointment", { bearer: one.token });
      const one = await booked();
      expect((await view(one)).json.dialIn).to.deep.equal({ number: dialInNumber, pin: one.pin });
      expect((await view(await booked({}))).json.dialIn).to.equal(null);
      const { requestId: _, ...without } = bookingOf(randomUUID(), now);
      expect(bookAppointmentInput.parse({ requestId: randomUUID(), ...without }).dialsIn).to.equal(false);
    });
    it("in their calendar", async () => {
      const { token, pin } = await booked();
      const file = await app.call("GET", `/a/${token}/afspraak.ics`);
      expect(file.text.replace(/\r\n /g, "")).to.include(`pincode: ${pin.match(/../g)!.join(" ")}`);
    });
    it("made by any clerk of the counter, for an appointment of whomever; the one before opens nothing", async () => {
      const one = await booked();
      const made = await asClerk(one, "citizen-pin", {}, await signIn(app, colleague));
      expect(made.status).to.equal(201);
      expect(made.json.number).to.equal(dialInNumber);
      expect(made.json.pin).to.match(/^\d{8}$/);
      expect(code(await type(one.pin))).to.equal(unknown);
      expect((await type(made.json.pin)).json.place).to.equal("queue");

      const other = await booked({});
      const first = await asClerk(other, "citizen-pin");
      expect((await type(first.json.pin)).json.place).to.equal("queue");
    });
    it("and none after the end, or once it is cancelled", async () => {
      const { booked: one } = await callerInCall();
      await asClerk(one, "end");
      expect(code(await asClerk(one, "citizen-pin"))).to.equal("410 meeting_ended");
      const other = await booked();
      await app.call("POST", "/api/appointment/cancellation", { body: {}, bearer: other.token });
      expect(code(await asClerk(other, "citizen-pin"))).to.equal("410 appointment_cancelled");
      expect(code(await asClerk({ ...other, meetingId: randomUUID() }, "citizen-pin"))).to.equal("404 not_found");
    });
    it("still right when they move the appointment, at its new time", async () => {
      const one = await booked();
      app.clock.now = now;
      const startsAt = quarterAfter(now, 24 * 60);
      const moved = await app.call("POST", "/api/appointment/move", { body: { startsAt }, bearer: one.token });
      expect(moved.json.dialIn).to.deep.equal({ number: dialInNumber, pin: one.pin });
      app.clock.now = one.startsAt;
      expect(code(await type(one.pin))).to.equal(unknown);
      app.clock.now = startsAt;
      expect((await type(one.pin)).json.place).to.equal("queue");
    });
    it("still right after a rotation of the application secret", async () => {
      const one = await booked();
      const before = app.config.APP_SECRET;
      const rotate = (appSecret: string, newAppSecret: string) =>
        app.database.dataSource.transaction((db) => resealLinks({ db }, { appSecret, newAppSecret }));
      app.config.APP_SECRET = "n".repeat(48);
      try {
        expect(code(await type(one.pin))).to.equal(unknown);
        await rotate(before, app.config.APP_SECRET);
        expect((await type(one.pin)).json.place).to.equal("queue");
      } finally {
        await rotate(app.config.APP_SECRET, before);
        app.config.APP_SECRET = before;
      }
    });
    it("that leads to them alone: two who would have the same one at the same time come in by neither", async () => {
      const [one, other] = [await booked(), await booked()];
      await query("update appointment set pin_hash = (select pin_hash from appointment where id = $1) where id = $2", [
        one.id,
        other.id,
      ]);
      expect(code(await type(one.pin))).to.equal(unknown);
    });
    it("nor when a guest's is alike", async () => {
      const { booked: one } = await callerInCall();
      const other = await booked();
      const body = { requestId: randomUUID(), role: "helper", name: "Teletolk", language: null };
      const { id } = (await asClerk(one, "dial-in", body)).json;
      await query("update dial_in set pin_hash = (select pin_hash from appointment where id = $1) where id = $2", [
        other.id,
        id,
      ]);
      expect(code(await type(other.pin))).to.equal(unknown);
    });
    it("kept nowhere: not in the database", async () => {
      const one = await booked();
      await type(one.pin);
      const [{ rows }] = await query(
        "select (select string_agg(a::text, '') from appointment a) || (select string_agg(r::text, '') from arrival r) rows",
      );
      expect(rows).to.include(one.id).and.not.include(one.pin);
    });
  });
});
