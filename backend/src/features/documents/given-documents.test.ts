import { randomBytes, randomUUID } from "node:crypto";
import { documentsPerMeeting, largestDocumentBytes } from "@balie/contract/documents";
import { expect } from "chai";
import type { CookieJar, TestApp } from "../../../test/app.js";
import { code, type InCall, startCalls } from "../../../test/calls.js";
import { disguises, samples } from "../../../test/documents.js";
import { openEventStream } from "../../../test/event-stream.js";
import { admit, arrive, book, colleague, quarterAfter, signIn } from "../../../test/factories.js";
import type { Service } from "../services/service.entity.js";
import { forgetDocuments } from "./forget-documents.js";
import { resealDocuments } from "./reseal-documents.js";

const now = new Date("2026-11-27T09:00:00Z");

describe("a document that the clerk gives", () => {
  const calls = startCalls(now);
  const { query, inCall } = calls;
  let app: TestApp;
  let service: Service;
  let clerk: CookieJar;

  before(() => {
    ({ app, service, clerk } = calls.begun());
  });

  const give = ({ booked }: InCall, bytes: unknown = samples.pdf, name = "attest.pdf", jar = clerk) => {
    // Each a moment after the one before, so that the newest is the last.
    app.clock.now = new Date(app.clock.now.getTime() + 1);
    return app.call("POST", `/api/meetings/${booked.meetingId}/given-documents?name=${encodeURIComponent(name)}`, {
      body: bytes,
      jar,
    });
  };
  const given = async (bytes = samples.pdf, name?: string) => {
    const meeting = await inCall();
    const answer = await give(meeting, bytes, name);
    expect(answer.status, answer.text).to.equal(200);
    return { meeting, id: answer.json.givenDocuments.at(-1).id as string };
  };
  const fetchBy = ({ browser }: InCall, id: string, jar = browser.jar) =>
    app.call("GET", `/api/arrivals/${browser.arrivalId}/documents/${id}/file`, { jar });
  const openBy = ({ booked }: InCall, id: string, jar = clerk) =>
    app.call("GET", `/api/meetings/${booked.meetingId}/documents/${id}/file`, { jar });
  const takeBack = ({ booked }: InCall, id: string, jar = clerk) =>
    app.call("POST", `/api/meetings/${booked.meetingId}/documents/${id}/withdrawal`, { body: {}, jar });
  const end = ({ booked }: InCall) =>
    app.call("POST", `/api/meetings/${booked.meetingId}/end`, { body: {}, jar: clerk });
  const contents = async (id: string) =>
    (await query("select 1 from document_content where document_id = $1", [id])).length;
  const countOf = async ({ booked }: InCall) =>
    (await query("select count(*)::int n from document where meeting_id = $1", [booked.meetingId]))[0].n;
  const streamOf = ({ browser: { arrivalId, jar, tabId } }: InCall) =>
    openEventStream(`${app.url}/api/arrivals/${arrivalId}/events?tabId=${tabId}`, jar);
  const outsider = async () => {
    await query("delete from clerk_counter using clerk c where c.id = clerk_id and c.email = $1", [colleague.email]);
    return signIn(app, colleague);
  };
  const insider = async () => {
    await query(
      "insert into clerk_counter (clerk_id, counter_id) select c.id, $2 from clerk c where c.email = $1 on conflict do nothing",
      [colleague.email, service.counterId],
    );
    return signIn(app, colleague);
  };

  it("comes to the citizen's page at once, with name and size, and the clerk sees when it is fetched", async () => {
    const meeting = await inCall();
    const stream = await streamOf(meeting);
    const [one] = (await give(meeting)).json.givenDocuments;
    expect(one).to.deep.include({ state: "given", name: "attest.pdf", sizeBytes: samples.pdf.length, openedAt: null });
    app.refresh();
    const view = await stream.seen("the document", ({ givenDocuments }) => givenDocuments?.length > 0);
    const shown = { id: one.id, name: "attest.pdf", sizeBytes: samples.pdf.length, isOpened: false };
    expect(view.givenDocuments).to.deep.equal([shown]);
    expect(view.documents).to.deep.equal([]);
    const file = await fetchBy(meeting, one.id);
    expect(file.bytes).to.deep.equal(samples.pdf);
    app.refresh();
    await stream.seen("that it was fetched", ({ givenDocuments }) => givenDocuments[0]?.isOpened);
    stream.close();
    const { entries } = (await app.call("GET", "/api/queue", { jar: clerk })).json;
    const entry = entries.find(({ meetingId }: any) => meetingId === meeting.booked.meetingId);
    expect(entry.givenDocuments[0].openedAt).to.equal(app.clock.now.toISOString());
    expect(entry.documents).to.deep.equal([]);
  });
  it("is saved and never shown: the browser is told not to guess, not to run and not to keep it", async () => {
    const { meeting, id } = await given(samples.jpeg, "../foto.html");
    expect((await fetchBy(meeting, id)).headers).to.include({
      "content-type": "image/jpeg",
      "content-disposition": 'attachment; filename="foto.jpg"',
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; sandbox",
      "cache-control": "no-store",
    });
  });
  for (const [kind, bytes] of Object.entries(disguises))
    it(`is not ${kind} under the name of a PDF`, async () => {
      const meeting = await inCall();
      expect(code(await give(meeting, bytes))).to.equal("415 document_type");
      expect(await countOf(meeting)).to.equal(0);
    });
  it("is not empty, not JSON, and not of one byte more than 10 MB", async () => {
    const meeting = await inCall();
    const largest = Buffer.concat([samples.pdf, randomBytes(largestDocumentBytes - samples.pdf.length)]);
    expect(code(await give(meeting, Buffer.alloc(0)))).to.equal("422 document_empty");
    expect(code(await give(meeting, { a: 1 }))).to.equal("415 unsupported_media_type");
    const tooLarge = await give(meeting, Buffer.concat([largest, Buffer.alloc(1)])).then(code, () => "broken");
    // Whoever still writes may find the line cut before the answer.
    expect(tooLarge).to.be.oneOf(["413 document_too_large", "broken"]);
    expect(await countOf(meeting)).to.equal(0);
    const { id } = (await give(meeting, largest)).json.givenDocuments[0];
    expect((await fetchBy(meeting, id)).bytes.equals(largest)).to.equal(true);
  });
  it("is one of six at most, where what was taken back does not count, nor what was asked for", async () => {
    const meeting = await inCall();
    const body = { what: "Uw huurcontract" };
    await app.call("POST", `/api/meetings/${meeting.booked.meetingId}/documents`, { body, jar: clerk });
    for (let i = 0; i < documentsPerMeeting; i += 1) expect((await give(meeting)).status).to.equal(200);
    const full = await give(meeting);
    expect(code(full)).to.equal("409 documents_full");
    const [one] = await query("select id from document where meeting_id = $1 and state = 'given'", [
      meeting.booked.meetingId,
    ]);
    await takeBack(meeting, one.id);
    expect((await give(meeting)).status).to.equal(200);
  });
  it("is one of six at most, also when two clerks give eight at once", async () => {
    const meeting = await inCall();
    const both = [clerk, await insider()];
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, i) => give(meeting, samples.png, "a.png", both[i % 2])),
    );
    expect(answers.map(code).sort()).to.deep.equal([
      ...Array(6).fill("200 undefined"),
      ...Array(2).fill("409 documents_full"),
    ]);
    expect(await countOf(meeting)).to.equal(6);
  });
  it("is given by the clerks of that counter alone, in the call alone", async () => {
    const meeting = await inCall();
    expect(code(await give(meeting, samples.pdf, "a.pdf", await outsider()))).to.equal("404 not_found");
    expect(code(await give(meeting, samples.pdf, "a.pdf", meeting.browser.jar))).to.equal("401 unauthenticated");
    const early = { ...meeting, booked: await book(app, service.id, quarterAfter(now, 1200)) };
    expect(code(await give(early))).to.equal("409 meeting_not_in_progress");
    await end(meeting);
    expect(code(await give(meeting))).to.equal("410 meeting_ended");
    expect(await countOf(meeting)).to.equal(0);
  });
  it("is opened by the clerks of that counter too, also after the call, which does not count as fetched", async () => {
    const { meeting, id } = await given();
    expect((await openBy(meeting, id, await insider())).bytes).to.deep.equal(samples.pdf);
    await end(meeting);
    expect((await openBy(meeting, id)).status).to.equal(200);
    expect(code(await openBy(meeting, id, await outsider()))).to.equal("404 not_found");
    const [row] = await query("select opened_at from document where id = $1", [id]);
    expect(row).to.deep.equal({ opened_at: null });
  });

  describe("is fetched by the one whom it was given to", () => {
    it("not by whoever waits for the nod, was replaced or was put out", async () => {
      const { meeting, id } = await given();
      const second = { ...meeting, browser: await arrive(app, meeting.booked) };
      expect(code(await fetchBy(second, id))).to.equal("403 not_admitted");
      await admit(app, clerk, meeting.booked, second.browser);
      expect(code(await fetchBy(meeting, id))).to.equal("403 not_admitted");
      expect((await fetchBy(second, id)).status).to.equal(200);
      const body = { arrivalId: second.browser.arrivalId };
      await app.call("POST", `/api/meetings/${meeting.booked.meetingId}/removal`, { body, jar: clerk });
      expect(code(await fetchBy(second, id))).to.equal("403 not_admitted");
    });
    it("nor shown to them", async () => {
      const { meeting } = await given();
      const second = { ...meeting, browser: await arrive(app, meeting.booked) };
      const stream = await streamOf(second);
      const view = await stream.seen("the waiting room", ({ isOtherBrowser }) => isOtherBrowser);
      expect(view.givenDocuments).to.deep.equal([]);
      stream.close();
    });
    it("not by a citizen of another meeting, nor without the cookie", async () => {
      const { meeting, id } = await given();
      const other = await inCall();
      expect(code(await fetchBy(other, id))).to.equal("404 not_found");
      expect(code(await fetchBy(meeting, id, other.browser.jar))).to.equal("401 unauthenticated");
      expect(code(await fetchBy(meeting, id, clerk))).to.equal("401 unauthenticated");
      expect(code(await fetchBy(meeting, randomUUID()))).to.equal("404 not_found");
    });
    it("not after the call", async () => {
      const { meeting, id } = await given();
      await end(meeting);
      expect(code(await fetchBy(meeting, id))).to.equal("410 meeting_ended");
    });
    it("and is no answer to a question: what was sent or asked for does not come this way", async () => {
      const { meeting, id } = await given();
      const { booked, browser } = meeting;
      const body = { what: "Uw loonbrief" };
      const asking = await app.call("POST", `/api/meetings/${booked.meetingId}/documents`, { body, jar: clerk });
      const askedId = asking.json.documents[0].id;
      expect(code(await fetchBy(meeting, askedId))).to.equal("404 not_found");
      const path = (of: string) => `/api/arrivals/${browser.arrivalId}/documents/${of}/file?name=a.pdf`;
      expect(code(await app.call("POST", path(id), { body: samples.png, jar: browser.jar }))).to.equal(
        "409 document_answered",
      );
      await app.call("POST", path(askedId), { body: samples.pdf, jar: browser.jar });
      expect(code(await fetchBy(meeting, askedId))).to.equal("404 not_found");
    });
  });

  describe("is taken back", () => {
    it("by any clerk of that counter: it is gone from the page, and its bytes from the database", async () => {
      const { meeting, id } = await given();
      expect(code(await takeBack(meeting, id, await outsider()))).to.equal("404 not_found");
      const stream = await streamOf(meeting);
      await stream.seen("the document", ({ givenDocuments }) => givenDocuments?.length > 0);
      const answer = await takeBack(meeting, id, await insider());
      expect(answer.json.givenDocuments[0]).to.deep.include({ state: "withdrawn", name: "attest.pdf", openedAt: null });
      app.refresh();
      await stream.seen("that it is gone", ({ givenDocuments }) => givenDocuments.length === 0);
      stream.close();
      expect(await contents(id)).to.equal(0);
      expect(code(await fetchBy(meeting, id))).to.equal("404 not_found");
      expect(code(await openBy(meeting, id))).to.equal("404 not_found");
      expect((await takeBack(meeting, id)).status).to.equal(200);
    });
    it("and the clerk sees whether it had been fetched by then", async () => {
      const { meeting, id } = await given();
      await fetchBy(meeting, id);
      const [one] = (await takeBack(meeting, id)).json.givenDocuments;
      expect(one).to.deep.include({ state: "withdrawn", openedAt: app.clock.now.toISOString() });
    });
    it("while it is fetched: it comes whole and the clerk is told, or it does not come and was not fetched", async () => {
      const bytes = Buffer.concat([samples.pdf, randomBytes(1_000_000)]);
      for (let round = 0; round < 5; round += 1) {
        const { meeting, id } = await given(bytes);
        const [file] = await Promise.all([fetchBy(meeting, id), takeBack(meeting, id)]);
        const [{ openedAt, state }] = await query('select opened_at "openedAt", state from document where id = $1', [
          id,
        ]);
        expect(state).to.equal("withdrawn");
        if (file.status === 200) expect(file.bytes.equals(bytes)).to.equal(true);
        else expect(code(file)).to.equal("404 not_found");
        expect(openedAt !== null).to.equal(file.status === 200);
        expect(await contents(id)).to.equal(0);
      }
    });
  });

  it("is kept sealed, under a key that a new secret opens", async () => {
    const { meeting, id } = await given(Buffer.concat([samples.pdf, Buffer.from("Rijksregisternummer")]));
    const [{ sealed }] = await query("select sealed from document_content where document_id = $1", [id]);
    expect(sealed.includes("Rijksregister") || sealed.includes("%PDF")).to.equal(false);
    const reseal = (appSecret: string, newAppSecret: string) =>
      app.database.dataSource.transaction((db) => resealDocuments({ db }, { appSecret, newAppSecret }));
    const renewed = "n".repeat(48);
    await reseal(app.config.APP_SECRET, renewed);
    expect(code(await fetchBy(meeting, id))).to.equal("500 server_error");
    await reseal(renewed, app.config.APP_SECRET);
    expect((await fetchBy(meeting, id)).status).to.equal(200);
  });
  it("is forgotten when its days are over, taken back or not", async () => {
    const { meeting, id } = await given();
    const withdrawn = (await give(meeting)).json.givenDocuments.at(-1).id;
    await takeBack(meeting, withdrawn);
    const endedAt = app.clock.now;
    await end(meeting);
    const forgetAt = (ms: number) =>
      app.database.dataSource.transaction((db) =>
        forgetDocuments({ db, now: new Date(endedAt.getTime() + 30 * 86_400_000 + ms) }, 30),
      );
    await forgetAt(-1);
    expect(await contents(id)).to.equal(1);
    await forgetAt(0);
    expect(await contents(id)).to.equal(0);
    const rows = await query("select state, name, size_bytes from document where id = any($1)", [[id, withdrawn]]);
    expect(rows).to.deep.equal(Array(2).fill({ state: "forgotten", name: null, size_bytes: null }));
    expect(code(await openBy(meeting, id, await signIn(app)))).to.equal("410 document_forgotten");
  });
});
