import type { QueueEntry } from "@balie/contract/meetings";
import { expect } from "chai";
import { type CookieJar, startTestApp, type TestApp } from "../../../test/app.js";
import { openEventStream } from "../../../test/event-stream.js";
import {
  admit,
  arrive,
  askCallToken,
  type BookedLink,
  book,
  buildMunicipality,
  colleague,
  quarterAfter,
  signIn,
} from "../../../test/factories.js";
import { listen } from "../../platform/live/listen.js";
import type { Service } from "../services/service.entity.js";

const number = "0470 12 34 56";

describe("a meeting goes on by phone", () => {
  let app: TestApp;
  let service: Service;
  let clerk: CookieJar;
  let other: CookieJar;

  before(async () => {
    app = await startTestApp(new Date("2026-11-25T09:00:00Z"));
    ({ service } = await buildMunicipality(app.database.dataSource, 20));
    [clerk, other] = await Promise.all([signIn(app), signIn(app, colleague)]);
  });
  after(() => app.stop());

  const bookForNow = async (): Promise<BookedLink> => {
    const booked = await book(app, service.id, quarterAfter(app.clock.now, 15));
    app.clock.now = new Date(booked.startsAt.getTime() - 60_000);
    return booked;
  };
  const ask = ({ token }: BookedLink, wish: string | null = number) =>
    app.call("POST", "/api/appointment/phone-request", { body: { number: wish }, bearer: token });
  const turnTo = ({ meetingId }: BookedLink, medium: string, jar = clerk) =>
    app.call("POST", `/api/meetings/${meetingId}/medium`, { body: { medium }, jar });
  const entryOf = async ({ meetingId }: BookedLink): Promise<QueueEntry> =>
    (await app.call("GET", "/api/queue", { jar: clerk })).json.entries.find(
      (entry: QueueEntry) => entry.meetingId === meetingId,
    );

  it("without any page that works: asked by the link, taken, and ended", async () => {
    const booked = await bookForNow();
    expect((await ask(booked)).json.phone).to.deep.equal({ number, askedAt: app.clock.now.toISOString() });
    expect(await entryOf(booked)).to.deep.include({ status: "waiting", medium: "video", arrivals: [] });
    expect((await entryOf(booked)).phone?.number).to.equal(number);

    const taken = await turnTo(booked, "phone");
    expect(taken.json).to.deep.include({ status: "in_progress", medium: "phone" });
    expect(taken.json.clerk.name).to.equal("An Peeters");
    expect((await turnTo(booked, "phone")).json, "a second time").to.deep.equal(taken.json);
    const ended = await app.call("POST", `/api/meetings/${booked.meetingId}/end`, { body: {}, jar: clerk });
    expect(ended.json).to.deep.include({ status: "ended", medium: "phone" });
    expect((await ask(booked)).json.code).to.equal("meeting_ended");
  });
  it("out of a call on video, and back into it", async () => {
    const booked = await bookForNow();
    const browser = await arrive(app, booked);
    await admit(app, clerk, booked, browser);
    await ask(booked);
    expect((await turnTo(booked, "phone")).json.medium).to.equal("phone");
    expect((await turnTo(booked, "video")).json.medium).to.equal("video");
    expect((await askCallToken(app, browser)).status).to.equal(200);
  });
  it("is told to the waiting page at once", async () => {
    const live = await listen(app.database.url, { live: (topic) => app.refresh(topic) }, () => app.refresh());
    const booked = await bookForNow();
    const { arrivalId, tabId, jar } = await arrive(app, booked);
    const stream = await openEventStream(`${app.url}/api/arrivals/${arrivalId}/events?tabId=${tabId}`, jar);
    await ask(booked);
    await stream.seen("the wish", (view) => view.phone?.number === number);
    await turnTo(booked, "phone");
    await stream.seen("the phone", (view) => view.medium === "phone" && view.clerk?.name === "An Peeters");
    stream.close();
    await live.stop();
  });
  it("taken back, nobody may phone, and nobody waits", async () => {
    const booked = await bookForNow();
    await ask(booked);
    expect((await ask(booked, null)).json.phone).to.equal(null);
    expect(await entryOf(booked)).to.deep.include({ status: "planned", phone: null });
    expect((await turnTo(booked, "phone")).json.code).to.equal("phone_not_asked");
  });
  it("who leaves the waiting room after asking still waits for the phone", async () => {
    const booked = await bookForNow();
    const { arrivalId, tabId, jar } = await arrive(app, booked);
    await ask(booked);
    await app.call("POST", `/api/arrivals/${arrivalId}/departure`, { body: { tabId }, jar });
    expect((await entryOf(booked)).status).to.equal("waiting");
  });
  it("two clerks take it at once: one gets it", async () => {
    const booked = await bookForNow();
    await ask(booked);
    const answers = await Promise.all([turnTo(booked, "phone"), turnTo(booked, "phone", other)]);
    expect(answers.map(({ status }) => status).sort()).to.deep.equal([200, 409]);
    expect(answers.find(({ status }) => status === 409)!.json.code).to.equal("admitted_by_colleague");
  });
  it("refuses a number that is none, a day too early, after a cancellation, and video before anybody came", async () => {
    const booked = await bookForNow();
    for (const wrong of ["", "<b>1</b>", "call me", "1".repeat(31)])
      expect((await ask(booked, wrong)).json.code, wrong).to.equal("invalid_input");
    await ask(booked);
    expect((await turnTo(booked, "video")).json.code).to.equal("meeting_not_in_progress");
    expect((await turnTo(booked, "fax")).json.code).to.equal("invalid_input");
    const later = await book(app, service.id, quarterAfter(app.clock.now, 24 * 60));
    expect((await ask(later)).json.code).to.equal("too_early");
    await app.call("POST", "/api/appointment/cancellation", { bearer: later.token, body: {} });
    expect((await ask(later)).json.code).to.equal("appointment_cancelled");
  });
});
