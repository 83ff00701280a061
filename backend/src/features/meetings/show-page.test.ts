import { expect } from "chai";
import type { CookieJar, TestApp } from "../../../test/app.js";
import { code, type InCall, startCalls } from "../../../test/calls.js";
import { openEventStream } from "../../../test/event-stream.js";
import { admit, arrive, colleague, signIn } from "../../../test/factories.js";
import { Service } from "../services/service.entity.js";

const now = new Date("2026-11-27T09:00:00Z");
const title = (nl: string) => ({ nl, fr: nl, de: nl, en: nl });
const rooms = { title: title("Zaal reserveren"), url: "https://gemeente.example/zalen" };
const prices = { title: title("Prijzen"), url: "https://gemeente.example/prijzen" };
const elsewhere = { title: title("Een zaak starten"), url: "https://gemeente.example/zaak" };

describe("a prepared page", () => {
  const calls = startCalls(now);
  const { query, waiting, inCall } = calls;
  let app: TestApp;
  let service: Service;
  let clerk: CookieJar;

  before(async () => {
    const begun = calls.begun();
    ({ app, service, clerk } = begun);
    const services = app.database.dataSource.getRepository(Service);
    await services.update(service.id, { pages: [rooms, prices] });
    await services.update(begun.otherService.id, { pages: [elsewhere] });
  });

  const show = ({ booked }: InCall, url: string | null, jar = clerk) =>
    app.call("POST", `/api/meetings/${booked.meetingId}/shown-page`, { body: { url }, jar });
  const end = ({ booked }: InCall) =>
    app.call("POST", `/api/meetings/${booked.meetingId}/end`, { body: {}, jar: clerk });
  const entryOf = async ({ booked }: InCall) =>
    (await app.call("GET", "/api/queue", { jar: clerk })).json.entries.find(
      ({ meetingId }: any) => meetingId === booked.meetingId,
    );
  const streamOf = ({ browser: { arrivalId, jar, tabId } }: InCall) =>
    openEventStream(`${app.url}/api/arrivals/${arrivalId}/events?tabId=${tabId}`, jar);

  it("is offered to the clerk once the call has begun, and not before", async () => {
    const meeting = await waiting();
    expect(await entryOf(meeting)).to.deep.include({ pages: [], shownPage: null });
    await admit(app, clerk, meeting.booked, meeting.browser);
    expect(await entryOf(meeting)).to.deep.include({ pages: [rooms, prices], shownPage: null });
  });
  it("is shown, changed for another and taken away, and the citizen's page hears each at once", async () => {
    const meeting = await inCall();
    const stream = await streamOf(meeting);
    expect((await show(meeting, rooms.url)).json.shownPage).to.equal(rooms.url);
    app.refresh();
    expect((await stream.seen("the page", (view) => view.shownPage)).shownPage).to.deep.equal(rooms);
    await show(meeting, prices.url);
    app.refresh();
    await stream.seen("the other page", (view) => view.shownPage?.url === prices.url);
    await show(meeting, null);
    app.refresh();
    await stream.seen("none", (view) => view.shownPage === null);
    stream.close();
  });
  it("is only one of that service's", async () => {
    const meeting = await inCall();
    expect(code(await show(meeting, elsewhere.url))).to.equal("404 not_found");
    expect(code(await show(meeting, "https://evil.example/"))).to.equal("404 not_found");
    expect(code(await show(meeting, "a".repeat(1001)))).to.equal("422 invalid_input");
    expect((await entryOf(meeting)).shownPage).to.equal(null);
  });
  it("is shown by a clerk of that counter alone, in the call alone, and gone with it", async () => {
    const early = await waiting();
    expect(code(await show(early, rooms.url))).to.equal("409 meeting_not_in_progress");
    const meeting = await inCall();
    await query("delete from clerk_counter using clerk c where c.id = clerk_id and c.email = $1", [colleague.email]);
    expect(code(await show(meeting, rooms.url, await signIn(app, colleague)))).to.equal("404 not_found");
    await show(meeting, rooms.url);
    await end(meeting);
    expect(code(await show(meeting, rooms.url))).to.equal("410 meeting_ended");
    const [row] = await query("select shown_page from meeting where id = $1", [meeting.booked.meetingId]);
    expect(row).to.deep.equal({ shown_page: null });
  });
  it("is not shown to whoever waits for the nod", async () => {
    const meeting = await inCall();
    await show(meeting, rooms.url);
    const second = { ...meeting, browser: await arrive(app, meeting.booked) };
    const stream = await streamOf(second);
    const view = await stream.seen("the waiting room", ({ isOtherBrowser }) => isOtherBrowser);
    expect(view.shownPage).to.equal(null);
    stream.close();
  });
});
