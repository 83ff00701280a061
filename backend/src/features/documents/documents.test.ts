import { randomBytes, randomUUID } from "node:crypto";
import { documentsPerMeeting, largestDocumentBytes } from "@balie/contract/documents";
import { expect } from "chai";
import type { CookieJar, TestApp } from "../../../test/app.js";
import { partBytes, startAskedDocuments } from "../../../test/asked-documents.js";
import { code } from "../../../test/calls.js";
import { disguises, samples } from "../../../test/documents.js";
import { openEventStream } from "../../../test/event-stream.js";
import { admit, arrive, book, colleague, quarterAfter, signIn } from "../../../test/factories.js";
import type { Service } from "../services/service.entity.js";

const now = new Date("2026-11-23T09:00:00Z");

describe("documents", () => {
  const calls = startAskedDocuments(now);
  const { query, inCall, ask, asked, pathTo, send, decline, withdraw, open, end, sent } = calls;
  const { stateOf, contents, expectStillAsked, streamTo } = calls;
  let app: TestApp;
  let service: Service;
  let clerk: CookieJar;

  before(() => {
    ({ app, service, clerk } = calls.begun());
  });

  describe("are asked for", () => {
    it("by a clerk in the call, and both pages hear of it at once", async () => {
      const meeting = await inCall();
      const { arrivalId, jar, tabId } = meeting.browser;
      const stream = await openEventStream(`${app.url}/api/arrivals/${arrivalId}/events?tabId=${tabId}`, jar);
      const id = await asked(meeting, "Uw huurcontract");
      app.refresh();
      const view = await stream.seen("the question", ({ documents }) => documents?.length > 0);
      expect(view.documents).to.deep.equal([{ id, what: "Uw huurcontract", state: "asked" }]);
      const queue = await app.call("GET", "/api/queue", { jar: clerk });
      const entry = queue.json.entries.find((one: any) => one.meetingId === meeting.booked.meetingId);
      expect(entry.documents[0]).to.deep.include({ id, state: "asked", name: null });
      stream.close();
    });
    it("not by another counter's clerk, nor before or after the call", async () => {
      const meeting = await inCall();
      await query("delete from clerk_counter using clerk c where c.id = clerk_id and c.email = $1", [colleague.email]);
      const other = await signIn(app, colleague);
      expect(code(await ask(meeting, "x", other))).to.equal("404 not_found");
      const early = await book(app, service.id, quarterAfter(now, 1200));
      expect(code(await ask({ ...meeting, booked: early }))).to.equal("409 meeting_not_in_progress");
      await end(meeting);
      expect(code(await ask(meeting))).to.equal("410 meeting_ended");
    });
    it("in words, and not too many of them", async () => {
      const meeting = await inCall();
      expect(code(await ask(meeting, "  "))).to.equal("422 invalid_input");
      expect(code(await ask(meeting, "a".repeat(201)))).to.equal("422 invalid_input");
    });
    it("a handful of times, where what was declined or taken back does not count", async () => {
      const meeting = await inCall();
      const ids: string[] = [];
      for (let i = 0; i < documentsPerMeeting; i += 1) ids.push(await asked(meeting));
      expect(code(await ask(meeting))).to.equal("409 documents_full");
      expect((await decline(meeting, ids[0]!)).json.state).to.equal("declined");
      await withdraw(meeting, ids[1]!);
      expect([(await ask(meeting)).status, (await ask(meeting)).status]).to.deep.equal([200, 200]);
      expect(code(await ask(meeting))).to.equal("409 documents_full");
    });
    it("and taken back: then they are not sent any more, nor shown", async () => {
      const meeting = await inCall();
      const id = await asked(meeting);
      expect((await withdraw(meeting, id)).json.documents).to.deep.equal([]);
      expect((await withdraw(meeting, id)).status).to.equal(200);
      expect(code(await send(meeting, id, samples.pdf))).to.equal("409 document_answered");
      const { meeting: other, id: answered } = await sent();
      expect(code(await withdraw(other, answered))).to.equal("409 document_answered");
      expect(code(await withdraw(meeting, answered))).to.equal("404 not_found");
    });
    it("never by what is not one line of text, and not taken back after the end", async () => {
      const meeting = await inCall();
      for (const what of ["huur\u0000contract", "huur\ncontract", " "])
        expect(code(await ask(meeting, what))).to.equal("422 invalid_input");
      const id = await asked(meeting);
      await end(meeting);
      expect(code(await withdraw(meeting, id))).to.equal("410 meeting_ended");
      expect(await stateOf(id)).to.equal("asked");
    });
  });

  describe("are sent", () => {
    const accepted: [keyof typeof samples, string, string][] = [
      ["pdf", "application/pdf", "brief.pdf"],
      ["jpeg", "image/jpeg", "brief.jpg"],
      ["png", "image/png", "brief.png"],
      ["heic", "image/heic", "brief.heic"],
    ];
    for (const [kind, type, name] of accepted)
      it(`as ${type}, known by its content, and saved under its own ending`, async () => {
        const { meeting, id } = await sent(samples[kind], "brief.html");
        const file = await open(meeting, id);
        expect(file.status).to.equal(200);
        expect(file.bytes).to.deep.equal(samples[kind]);
        expect(file.headers["content-type"]).to.equal(type);
        expect(file.headers["content-disposition"]).to.equal(`attachment; filename="${name}"`);
      });
    it("as a PNG whose picture begins late, behind a large colour profile", async () => {
      const profile = Buffer.concat([Buffer.from("0001d4c069434350", "hex"), randomBytes(120_000), Buffer.alloc(4)]);
      const late = Buffer.concat([samples.png.subarray(0, 33), profile, samples.png.subarray(33)]);
      const { meeting, id } = await sent(late);
      expect((await open(meeting, id)).headers["content-type"]).to.equal("image/png");
    });
    it("and the browser is told to save, not to guess, not to run and not to keep them", async () => {
      const { meeting, id } = await sent();
      expect((await open(meeting, id)).headers).to.include({
        "x-content-type-options": "nosniff",
        "content-security-policy": "default-src 'none'; sandbox",
        "cache-control": "no-store",
      });
    });
    for (const [kind, bytes] of Object.entries(disguises))
      it(`not when it is ${kind} under the name of a PDF`, async () => {
        const meeting = await inCall();
        const id = await asked(meeting);
        expect(code(await send(meeting, id, bytes, "brief.pdf"))).to.equal("415 document_type");
        await expectStillAsked(id);
      });
    it("also when HTML follows a real beginning: it is saved as what it begins as, and never shown", async () => {
      const polyglot = Buffer.concat([samples.jpeg, Buffer.from("<html><script>alert(1)</script></html>")]);
      const { meeting, id } = await sent(polyglot, "foto.html");
      const { headers } = await open(meeting, id);
      expect(headers).to.include({ "content-type": "image/jpeg", "x-content-type-options": "nosniff" });
      expect(headers["content-disposition"]).to.equal('attachment; filename="foto.jpg"');
    });
    it("without the path and the line ends of a forged name", async () => {
      const { meeting, id } = await sent(samples.pdf, '../../etc/cron.d/"x\r\nSet-Cookie: a=b.pdf');
      const { headers } = await open(meeting, id);
      expect(headers["content-disposition"]).to.equal('attachment; filename="xSet-Cookie a=b.pdf"');
      expect(headers["set-cookie"]).to.equal(undefined);
    });
    it("with a name in another script kept whole", async () => {
      const { meeting, id } = await sent(samples.pdf, "عقد.pdf");
      const { headers } = await open(meeting, id);
      expect(headers["content-disposition"]).to.include(`filename*=UTF-8''${encodeURIComponent("عقد.pdf")}`);
    });
    it("not when they are empty", async () => {
      const meeting = await inCall();
      const id = await asked(meeting);
      expect(code(await send(meeting, id, Buffer.alloc(0)))).to.equal("422 document_empty");
      await expectStillAsked(id);
    });
    it("not as JSON", async () => {
      const meeting = await inCall();
      const id = await asked(meeting);
      const answer = await app.call("POST", pathTo(meeting, id), { body: { a: 1 }, jar: meeting.browser.jar });
      expect(code(answer)).to.equal("415 unsupported_media_type");
      await expectStillAsked(id);
    });
    it("of 10 MB, and not of one byte more", async () => {
      const meeting = await inCall();
      const [large, larger] = [await asked(meeting), await asked(meeting)];
      const bytes = Buffer.concat([samples.pdf, randomBytes(largestDocumentBytes - samples.pdf.length)]);
      expect((await send(meeting, large, bytes)).status).to.equal(200);
      expect((await open(meeting, large)).bytes.equals(bytes)).to.equal(true);
      const tooLarge = await streamTo(meeting, larger, { declared: largestDocumentBytes + 1, parts: 0 });
      expect(tooLarge.answer).to.equal("413 document_too_large");
      await expectStillAsked(larger);
    });
    it("once, also when five come at once", async () => {
      const meeting = await inCall();
      const id = await asked(meeting);
      const answers = await Promise.all([1, 2, 3, 4, 5].map(() => send(meeting, id, samples.pdf)));
      expect(answers.map(code).sort()).to.deep.equal(["200 undefined", ...Array(4).fill("409 document_answered")]);
      expect(await contents(id)).to.equal(1);
    });
    it("five at once, where five were asked for", async () => {
      const meeting = await inCall();
      const ids = await Promise.all([1, 2, 3, 4, 5].map(() => asked(meeting)));
      const unique = (await query("select id from document where meeting_id = $1", [meeting.booked.meetingId])).map(
        ({ id }: { id: string }) => id,
      );
      expect(unique).to.have.length(ids.length);
      const answers = await Promise.all(unique.map((id: string) => send(meeting, id, samples.jpeg)));
      expect(answers.map(({ status }) => status)).to.deep.equal([200, 200, 200, 200, 200]);
    });
  });

  describe("are sent by the one who was asked", () => {
    it("not by whoever waits for the nod, was replaced or was put out", async () => {
      const meeting = await inCall();
      const id = await asked(meeting);
      const second = { ...meeting, browser: await arrive(app, meeting.booked) };
      expect(code(await send(second, id, samples.pdf))).to.equal("403 not_admitted");
      expect(code(await decline(second, id))).to.equal("403 not_admitted");
      await admit(app, clerk, meeting.booked, second.browser);
      expect(code(await send(meeting, id, samples.pdf))).to.equal("403 not_admitted");
      const { arrivalId } = second.browser;
      const body = { arrivalId };
      await app.call("POST", `/api/meetings/${meeting.booked.meetingId}/removal`, { body, jar: clerk });
      expect(code(await send(second, id, samples.pdf))).to.equal("403 not_admitted");
      await expectStillAsked(id);
    });
    it("not by a citizen of another meeting, nor without the cookie", async () => {
      const [meeting, other] = [await inCall(), await inCall()];
      const id = await asked(meeting);
      expect(code(await send(other, id, samples.pdf))).to.equal("404 not_found");
      const stolen = { ...meeting, browser: { ...meeting.browser, jar: other.browser.jar } };
      expect(code(await send(stolen, id, samples.pdf))).to.equal("401 unauthenticated");
      await expectStillAsked(id);
    });
    it("not after the meeting, nor a second time, nor after it was declined", async () => {
      const { meeting, id } = await sent();
      expect(code(await send(meeting, id, samples.pdf))).to.equal("409 document_answered");
      expect(code(await decline(meeting, id))).to.equal("409 document_answered");
      const [declined, late] = [await asked(meeting), await asked(meeting)];
      await decline(meeting, declined);
      expect(code(await send(meeting, declined, samples.pdf))).to.equal("409 document_answered");
      await end(meeting);
      expect(code(await send(meeting, late, samples.pdf))).to.equal("410 meeting_ended");
    });
    it("and who may not is refused before any byte is read", async () => {
      const meeting = await inCall();
      const id = await asked(meeting);
      await end(meeting);
      expect((await streamTo(meeting, id, { declared: 1_000_000, parts: 0 })).answer).to.equal("410 meeting_ended");
    });
  });

  describe("that never end", () => {
    it("are cut at the limit, and the rest is not read", async () => {
      const meeting = await inCall();
      const id = await asked(meeting);
      const { answer, taken } = await streamTo(meeting, id, { parts: 4_000 });
      // Whoever still writes may find the line cut before the answer.
      expect(answer).to.be.oneOf(["413 document_too_large", "broken"]);
      expect(taken * partBytes, "bytes taken by the network").to.be.below(3 * largestDocumentBytes);
      await expectStillAsked(id);
    });
    it("or break off leave nothing behind, and can be sent again", async () => {
      const meeting = await inCall();
      const id = await asked(meeting);
      await streamTo(meeting, id, { declared: 1_000_000, parts: 3, isBrokenOff: true });
      await expectStillAsked(id);
      expect((await send(meeting, id, samples.pdf)).status).to.equal(200);
    });
  });

  describe("are opened", () => {
    it("by every clerk of that counter, and by nobody else", async () => {
      const { meeting, id } = await sent();
      await query(
        `insert into clerk_counter (clerk_id, counter_id) select c.id, $2 from clerk c where c.email = $1 on conflict do nothing`,
        [colleague.email, service.counterId],
      );
      const other = await signIn(app, colleague);
      expect((await open(meeting, id, other)).status).to.equal(200);
      await query("delete from clerk_counter using clerk c where c.id = clerk_id and c.email = $1", [colleague.email]);
      expect(code(await open(meeting, id, other))).to.equal("404 not_found");
      expect(code(await open(meeting, id, meeting.browser.jar))).to.equal("401 unauthenticated");
      expect(code(await open(meeting, id, new Map()))).to.equal("401 unauthenticated");
    });
    it("under their own meeting alone, and only when they were sent", async () => {
      const { meeting, id } = await sent();
      const other = await inCall();
      expect(code(await open(other, id))).to.equal("404 not_found");
      expect(code(await open(meeting, randomUUID()))).to.equal("404 not_found");
      expect(code(await open(other, await asked(other)))).to.equal("404 not_found");
    });
    it("also after the meeting", async () => {
      const { meeting, id } = await sent();
      await end(meeting);
      expect((await open(meeting, id)).bytes).to.deep.equal(samples.pdf);
    });
  });
});
