import { randomUUID } from "node:crypto";
import { expect } from "chai";
import type { CookieJar, TestApp } from "../../../test/app.js";
import { code, startCalls } from "../../../test/calls.js";
import { type BookedLink, book, colleague, quarterAfter, signIn } from "../../../test/factories.js";

const now = new Date("2026-11-23T09:00:00Z");
const secret = "v".repeat(48);
const hour = 3_600_000;

describe("a PIN read out days ahead", () => {
  const calls = startCalls(now, { DIAL_IN_NUMBER: "+32 9 123 45 67", DIAL_IN_SECRET: secret });
  let app: TestApp;
  let clerk: CookieJar;
  before(() => {
    ({ app, clerk } = calls.begun());
  });
  afterEach(() => calls.query("update appointment set status = 'cancelled_by_office'"));

  const bookedAfter = (hours: number, changes: object = {}): Promise<BookedLink> =>
    book(app, calls.begun().service.id, quarterAfter(now, hours * 60), changes);
  const ahead = async (jar = clerk) => {
    const answer = await app.call("GET", "/api/appointments-ahead", { jar });
    expect(answer.status, answer.text).to.equal(200);
    return answer.json.appointments;
  };
  const idsOf = (appointments: { meetingId: string }[]) => appointments.map(({ meetingId }) => meetingId);
  const inQueue = async (jar = clerk) => idsOf((await app.call("GET", "/api/queue", { jar })).json.entries);
  const typed = (pin: string) =>
    app.call("POST", "/api/dial-in", {
      body: { pin, caller: "+32470000000", canWait: true },
      headers: { Authorization: `Bearer ${secret}` },
    });

  it("is for what the console lists after its queue: in one of the two, until a fortnight ahead", async () => {
    const today = await bookedAfter(3);
    const next = await bookedAfter(24);
    const week = await bookedAfter(8 * 24, {
      citizen: { name: "Jef Zonder", email: null, phone: "0470 12 34 56" },
      dialsIn: true,
    });
    const month = await bookedAfter(21 * 24);
    expect(await inQueue())
      .to.include(today.meetingId)
      .and.not.include(next.meetingId);
    const listed = await ahead();
    expect(idsOf(listed)).to.deep.equal([next.meetingId, week.meetingId]);
    expect(idsOf(listed)).to.not.include(month.meetingId);
    expect(listed[1]).to.include({ citizenName: "Jef Zonder", numberWithoutMail: "0470 12 34 56" });
    expect(listed[1].startsAt).to.equal(week.startsAt.toISOString());

    app.clock.now = new Date(next.startsAt.getTime() - 12 * hour);
    const later = await signIn(app);
    expect(await inQueue(later)).to.include(next.meetingId);
    expect(idsOf(await ahead(later))).to.deep.equal([week.meetingId]);
  });

  it("opens nothing before two hours ahead, and the queue then; the one before is void", async () => {
    const one = await bookedAfter(8 * 24, { dialsIn: true });
    const first = (await app.call("GET", "/api/appointment", { bearer: one.token })).json.dialIn.pin;
    const made = await app.call("POST", `/api/meetings/${one.meetingId}/citizen-pin`, { jar: clerk, body: {} });
    expect(made.status, made.text).to.equal(201);
    expect(code(await typed(made.json.pin))).to.equal("404 pin_unknown");
    app.clock.now = one.startsAt;
    expect(code(await typed(first))).to.equal("404 pin_unknown");
    expect((await typed(made.json.pin)).json.place).to.equal("queue");
  });

  it("is of the clerk's own counters alone, and of no appointment that was cancelled", async () => {
    const one = await bookedAfter(24);
    const other = await book(app, calls.begun().otherService.id, quarterAfter(now, 24 * 60));
    await calls.query(
      "delete from clerk_counter where counter_id = $1 and clerk_id = (select id from clerk where email = $2)",
      [calls.begun().otherService.counterId, colleague.email],
    );
    const karim = await signIn(app, colleague);
    expect(idsOf(await ahead(karim))).to.deep.equal([one.meetingId]);
    const pin = await app.call("POST", `/api/meetings/${other.meetingId}/citizen-pin`, { jar: karim, body: {} });
    expect(code(pin)).to.equal("404 not_found");
    await app.call("POST", "/api/appointment/cancellation", { body: {}, bearer: one.token });
    expect(await ahead(karim)).to.deep.equal([]);
    expect(code(await app.call("GET", "/api/appointments-ahead", { jar: new Map([["x", randomUUID()]]) }))).to.equal(
      "401 unauthenticated",
    );
  });
});
