import type { AppointmentView } from "@balie/contract/appointments";
import type { SlotList } from "@balie/contract/services";
import { expect } from "chai";
import { Not } from "typeorm";
import { startTestApp, type TestApp } from "../../../test/app.js";
import { arrive, book, bookingOf, buildMunicipality, quarterAfter } from "../../../test/factories.js";
import { lockWaiters } from "../../../test/lock-waiters.js";
import { until } from "../../../test/until.js";
import { OutboxMessage } from "../../platform/outbox/outbox-message.entity.js";
import { freeSeat, type Taken } from "../availability/slot.rules.js";
import { Counter } from "../counters/counter.entity.js";
import { Service } from "../services/service.entity.js";
import { Appointment } from "./appointment.entity.js";
import { lockCounter } from "./lock-counter.js";

const now = new Date("2026-11-23T09:00:00Z");
const minute = 60_000;

describe("appointments", () => {
  let app: TestApp;
  let service: Service;
  let next = 60;
  /** Each test has a time of its own. */
  const freshTime = () => {
    next += 60;
    return quarterAfter(now, next);
  };
  const messagesOf = (subjectId: string) =>
    app.database.dataSource.manager.find(OutboxMessage, { where: { subjectId }, order: { dueAt: "ASC" } });
  const view = async (bearer: string): Promise<AppointmentView> =>
    (await app.call("GET", "/api/appointment", { bearer })).json;

  before(async () => {
    app = await startTestApp(now);
    ({ service } = await buildMunicipality(app.database.dataSource));
  });
  after(() => app.stop());
  beforeEach(() => {
    app.clock.now = now;
  });

  describe("a citizen books", () => {
    it("and gets the appointment, a secret link, a confirmation and two reminders", async () => {
      const startsAt = new Date("2026-11-26T10:00:00Z");
      const booked = await book(app, service.id, startsAt, { concerns: { name: "Mia Janssens" } });
      const seen = await view(booked.token);
      expect(seen).to.include({
        id: booked.id,
        status: "booked",
        startsAt: startsAt.toISOString(),
        isChangeable: true,
        timeZone: "Europe/Brussels",
      });
      expect(seen.concerns).to.deep.equal({ name: "Mia Janssens" });
      expect(seen.meeting.status).to.equal("planned");
      expect((await messagesOf(booked.id)).map(({ kind, dueAt }) => [kind, dueAt.toISOString()])).to.deep.equal([
        ["appointment_confirmed", now.toISOString()],
        ["appointment_reminder_day", "2026-11-25T10:00:00.000Z"],
        ["appointment_reminder_hour", "2026-11-26T09:00:00.000Z"],
      ]);
    });
    it("and the database keeps only the link's hash and its sealed form", async () => {
      const { id, token } = await book(app, service.id, freshTime());
      const row = await app.database.dataSource.query(
        "select row_to_json(a)::text row from appointment a where id = $1",
        [id],
      );
      expect(row[0].row).to.not.include(token);
      expect(row[0].row).to.not.include(Buffer.from(token, "utf8").toString("hex"));
    });
    it("and a lost answer sent again is the same appointment with the same link", async () => {
      const body = bookingOf(service.id, freshTime());
      const first = await app.call("POST", "/api/appointments", { body });
      const again = await app.call("POST", "/api/appointments", { body });
      expect([first.status, again.status]).to.deep.equal([201, 201]);
      expect(again.json.appointment.id).to.equal(first.json.appointment.id);
      expect(again.json.link).to.equal(first.json.link);
      expect(await messagesOf(first.json.appointment.id)).to.have.length(2);
    });
    it("and the same request sent twice at once is one appointment, and the second waits for the first", async () => {
      const body = bookingOf(service.id, freshTime());
      const { dataSource } = app.database;
      // The counter is held until all three have begun: none may have finished before another looks.
      const sent = await dataSource.transaction(async (db) => {
        await lockCounter(db, service.counterId);
        const three = Array.from({ length: 3 }, () =>
          app.call("POST", "/api/appointments", { body, from: "127.0.4.100" }),
        );
        await until("all three wait", async () => (await dataSource.query(lockWaiters)).length === 3);
        return three;
      });
      const answers = await Promise.all(sent);
      expect(answers.map(({ status }) => status)).to.deep.equal([201, 201, 201]);
      expect(new Set(answers.map(({ json }) => `${json.appointment.id} ${json.link}`)).size).to.equal(1);
    });
    it("and is refused with 409 slot_taken when every seat is taken, and the slot is no longer listed", async () => {
      const startsAt = freshTime();
      await book(app, service.id, startsAt);
      await book(app, service.id, startsAt);
      const third = await app.call("POST", "/api/appointments", { body: bookingOf(service.id, startsAt) });
      expect([third.status, third.json.code]).to.deep.equal([409, "slot_taken"]);
      const { days }: SlotList = (await app.call("GET", `/api/services/${service.id}/slots?days=2`)).json;
      expect(days.flatMap(({ slots }) => slots.map((slot) => slot.startsAt))).to.not.include(startsAt.toISOString());
    });
    it("and is refused while seats beyond a lowered capacity are taken, though the first is free", async () => {
      const { manager } = app.database.dataSource;
      const setCapacity = (capacity: number) => manager.update(Counter, { id: service.counterId }, { capacity });
      const listed = async (startsAt: Date) => {
        const { days }: SlotList = (await app.call("GET", `/api/services/${service.id}/slots?days=2`)).json;
        return days.some(({ slots }) => slots.some((slot) => slot.startsAt === startsAt.toISOString()));
      };
      const startsAt = freshTime();
      await manager.query("delete from rate_limit");
      const [first] = [await book(app, service.id, startsAt), await book(app, service.id, startsAt)];
      await setCapacity(1);
      await app.call("POST", "/api/appointment/cancellation", { bearer: first.token, body: {} });
      const third = await app.call("POST", "/api/appointments", { body: bookingOf(service.id, startsAt) });
      expect([third.status, third.json.code, await listed(startsAt)]).to.deep.equal([409, "slot_taken", false]);
      await setCapacity(2);
      expect(await listed(startsAt)).to.equal(true);
      await book(app, service.id, startsAt);
    });
    it("and sits on the seat that the slot rules name, and nowhere unless one seat is free throughout", async () => {
      const { manager } = app.database.dataSource;
      const longer = await manager.findOneByOrFail(Service, { counterId: service.counterId, id: Not(service.id) });
      await manager.update(Service, { id: longer.id }, { durationMinutes: 45 });
      const taken: Taken[] = [];
      for (const [index, quarter] of [1, 3, 2, 0, 4, 5, 3, 0, 6, 2, 8, 7, 6, 9, 7, 5, 8, 1].entries()) {
        const { id } = index % 2 ? longer : service;
        const from = new Date(Date.parse("2026-12-02T10:00:00Z") + quarter * 15 * minute);
        const until = new Date(from.getTime() + (id === longer.id ? 45 : 15) * minute);
        const body = bookingOf(id, from);
        const { status } = await app.call("POST", "/api/appointments", { body, from: `127.0.4.${1 + index}` });
        const seat = freeSeat({ startsAt: from, seatFreeAt: until }, taken, 2);
        const booked = await manager.findOneBy(Appointment, { requestId: body.requestId });
        expect([index, status, booked?.seat ?? null]).to.deep.equal([index, seat === null ? 409 : 201, seat]);
        if (seat !== null) taken.push({ seat, from, until });
      }
      expect(taken.length).to.be.within(5, 15);
    });
    it("and is refused with 409 slot_not_offered off the grid, in the past, and beyond the horizon", async () => {
      for (const iso of ["2026-11-26T10:07:00Z", "2026-11-23T08:00:00Z", "2027-11-23T10:00:00Z"]) {
        const answer = await app.call("POST", "/api/appointments", { body: bookingOf(service.id, new Date(iso)) });
        expect([iso, answer.status, answer.json.code]).to.deep.equal([iso, 409, "slot_not_offered"]);
      }
    });
    it("and faulty fields are named", async () => {
      const body = {
        ...bookingOf(service.id, freshTime()),
        citizen: { name: "  ", email: "geen adres", phone: "abc" },
        language: "tlh",
      };
      const answer = await app.call("POST", "/api/appointments", { body });
      expect(answer.status).to.equal(422);
      expect(answer.json.fields).to.have.members(["language", "citizen.name", "citizen.email", "citizen.phone"]);
    });
    it("and a line break in a name, a question of 1,001 characters and a body of 65 kB are refused", async () => {
      const citizen = { name: "Els\r\nBcc: all@example.org", email: "els@example.org", phone: null };
      const broken = await app.call("POST", "/api/appointments", {
        body: bookingOf(service.id, freshTime(), { citizen }),
      });
      const long = await app.call("POST", "/api/appointments", {
        body: bookingOf(service.id, freshTime(), { question: "a".repeat(1001) }),
      });
      const huge = await app.call("POST", "/api/appointments", {
        body: bookingOf(service.id, freshTime(), { question: "a".repeat(66_000) }),
      });
      expect([broken.status, long.status, huge.status]).to.deep.equal([422, 422, 413]);
    });
    it("and a service that is not there is 404 not_found", async () => {
      const answer = await app.call("POST", "/api/appointments", {
        body: bookingOf("00000000-0000-4000-8000-000000000000", freshTime()),
      });
      expect([answer.status, answer.json.code]).to.deep.equal([404, "not_found"]);
    });
  });

  describe("the list of slots", () => {
    it("says in which zone it counts days and where the next free day is", async () => {
      const answer = await app.call("GET", `/api/services/${service.id}/slots?from=2026-11-24&days=3`);
      expect(answer.json.days.map(({ date }: { date: string }) => date)).to.deep.equal([
        "2026-11-24",
        "2026-11-25",
        "2026-11-26",
      ]);
      expect(answer.json).to.include({ timeZone: "Europe/Brussels", nextDate: "2026-11-27" });
    });
    it("refuses a month and a half, and a date that is none", async () => {
      for (const query of ["days=45", "from=2026-02-31", "from=morgen"])
        expect((await app.call("GET", `/api/services/${service.id}/slots?${query}`)).status).to.equal(422);
    });
  });

  describe("a citizen cancels", () => {
    it("and the seat is free, unsent mail is withdrawn, a cancellation is due, and again changes nothing", async () => {
      await app.database.dataSource.query("delete from rate_limit");
      const startsAt = new Date("2026-11-27T10:00:00Z");
      const [booked] = [await book(app, service.id, startsAt), await book(app, service.id, startsAt)];
      const first = await app.call("POST", "/api/appointment/cancellation", { bearer: booked.token, body: {} });
      const again = await app.call("POST", "/api/appointment/cancellation", { bearer: booked.token, body: {} });
      expect([first.json.status, again.json.status]).to.deep.equal(["cancelled_by_citizen", "cancelled_by_citizen"]);
      expect((await messagesOf(booked.id)).map(({ kind, state }) => `${kind} ${state}`)).to.have.members([
        "appointment_confirmed withdrawn",
        "appointment_cancelled scheduled",
        "appointment_reminder_day withdrawn",
        "appointment_reminder_hour withdrawn",
      ]);
      const row = await app.database.dataSource.manager.findOneByOrFail(Appointment, { id: booked.id });
      expect(row.sequence).to.equal(1);
      await book(app, service.id, startsAt);
    });
    it("but not from the start on", async () => {
      const booked = await book(app, service.id, freshTime());
      app.clock.now = booked.startsAt;
      const answer = await app.call("POST", "/api/appointment/cancellation", { bearer: booked.token, body: {} });
      expect([answer.status, answer.json.code]).to.deep.equal([409, "too_late_to_change"]);
    });
    it("but not while in the waiting room", async () => {
      const booked = await book(app, service.id, freshTime());
      app.clock.now = new Date(booked.startsAt.getTime() - 60_000);
      await arrive(app, booked);
      const answer = await app.call("POST", "/api/appointment/cancellation", { bearer: booked.token, body: {} });
      expect([answer.status, answer.json.code]).to.deep.equal([409, "too_late_to_change"]);
    });
  });

  describe("a citizen moves", () => {
    it("to another time: same link, SEQUENCE rises, new reminders, and the same time again changes nothing", async () => {
      const booked = await book(app, service.id, new Date("2026-11-28T10:00:00Z"));
      const startsAt = "2026-11-29T14:15:00.000Z";
      const moved = await app.call("POST", "/api/appointment/move", { bearer: booked.token, body: { startsAt } });
      await app.call("POST", "/api/appointment/move", { bearer: booked.token, body: { startsAt } });
      expect(moved.json.startsAt).to.equal(startsAt);
      const row = await app.database.dataSource.manager.findOneByOrFail(Appointment, { id: booked.id });
      expect(row.sequence).to.equal(1);
      const scheduled = (await messagesOf(booked.id))
        .filter(({ state }) => state === "scheduled")
        .map(({ kind }) => kind);
      expect(scheduled).to.have.members([
        "appointment_confirmed",
        "appointment_moved",
        "appointment_reminder_day",
        "appointment_reminder_hour",
      ]);
    });
    it("may overlap its own old time, but not take a full one", async () => {
      const from = new Date("2026-11-30T10:00:00Z");
      const to = new Date("2026-11-30T12:00:00Z");
      await book(app, service.id, to);
      await book(app, service.id, to);
      const booked = await book(app, service.id, from);
      const full = await app.call("POST", "/api/appointment/move", {
        bearer: booked.token,
        body: { startsAt: to.toISOString() },
      });
      expect([full.status, full.json.code]).to.deep.equal([409, "slot_taken"]);
      expect((await view(booked.token)).startsAt).to.equal(from.toISOString());

      const { manager } = app.database.dataSource;
      await manager.query("delete from rate_limit");
      const longer = await manager.findOneByOrFail(Service, { counterId: service.counterId, id: Not(service.id) });
      await manager.update(Service, { id: longer.id }, { durationMinutes: 45 });
      const next = new Date(from.getTime() + 15 * minute);
      const own = await book(app, longer.id, from);
      const over = await app.call("POST", "/api/appointment/move", {
        bearer: own.token,
        body: { startsAt: next.toISOString() },
      });
      expect(over.status, over.text).to.equal(200);
    });
  });

  describe("the calendar file by the link", () => {
    it("is a calendar file, and an unknown link is a clear refusal", async () => {
      const booked = await book(app, service.id, freshTime());
      const file = await app.call("GET", `/a/${booked.token}/afspraak.ics`);
      expect(file.headers["content-type"]).to.match(/^text\/calendar/);
      expect(file.text).to.include("BEGIN:VEVENT").and.to.include(booked.id);
      const unknown = await app.call("GET", `/a/${"x".repeat(43)}/afspraak.ics`);
      expect([unknown.status, unknown.json.code]).to.deep.equal([404, "link_unknown"]);
    });
  });
});
