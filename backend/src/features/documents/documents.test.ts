import { randomBytes, randomUUID } from "node:crypto";
import { request } from "node:http";
import { documentsPerMeeting, largestDocumentBytes } from "@balie/contract/documents";
import { expect } from "chai";
import { type CookieJar, startTestApp, type TestApp } from "../../../test/app.js";
import { code, type InCall, startCalls } from "../../../test/calls.js";
import { testConfig } from "../../../test/config.js";
import { disguises, samples } from "../../../test/documents.js";
import { openEventStream } from "../../../test/event-stream.js";
import { admit, arrive, book, buildMunicipality, colleague, quarterAfter, signIn } from "../../../test/factories.js";
import { unsealFile } from "../../platform/sealed-file.js";
import type { Service } from "../services/service.entity.js";
import { DocumentContent } from "./document-content.entity.js";
import { forgetDocuments } from "./forget-documents.js";
import { resealDocuments } from "./reseal-documents.js";

const now = new Date("2026-11-23T09:00:00Z");

describe("documents", () => {
  const calls = startCalls(now);
  const { query, inCall } = calls;
  let app: TestApp;
  let service: Service;
  let clerk: CookieJar;

  before(() => {
    ({ app, service, clerk } = calls.begun());
  });

  const ask = ({ booked }: InCall, what = "Uw huurcontract", jar = clerk) =>
    app.call("POST", `/api/meetings/${booked.meetingId}/documents`, { body: { what }, jar });
  const asked = async (meeting: InCall, what?: string): Promise<string> => {
    app.clock.now = new Date(app.clock.now.getTime() + 1);
    const answer = await ask(meeting, what);
    expect(answer.status, answer.text).to.equal(200);
    return answer.json.documents.at(-1).id;
  };
  const pathTo = ({ browser }: InCall, id: string, name = "brief.pdf") =>
    `/api/arrivals/${browser.arrivalId}/documents/${id}/file?name=${encodeURIComponent(name)}`;
  const send = (meeting: InCall, id: string, bytes: Buffer, name?: string) =>
    app.call("POST", pathTo(meeting, id, name), { body: bytes, jar: meeting.browser.jar });
  const decline = ({ browser }: InCall, id: string) =>
    app.call("POST", `/api/arrivals/${browser.arrivalId}/documents/${id}/decline`, { body: {}, jar: browser.jar });
  const withdraw = ({ booked }: InCall, id: string) =>
    app.call("POST", `/api/meetings/${booked.meetingId}/documents/${id}/withdrawal`, { body: {}, jar: clerk });
  const open = ({ booked }: InCall, id: string, jar = clerk) =>
    app.call("GET", `/api/meetings/${booked.meetingId}/documents/${id}/file`, { jar });
  const end = ({ booked }: InCall) =>
    app.call("POST", `/api/meetings/${booked.meetingId}/end`, { body: {}, jar: clerk });
  const stateOf = async (id: string) => (await query("select state from document where id = $1", [id]))[0]?.state;
  const contents = async (id: string) =>
    (await query("select 1 from document_content where document_id = $1", [id])).length;
  const sent = async (bytes = samples.pdf, name?: string) => {
    const meeting = await inCall();
    const id = await asked(meeting);
    expect((await send(meeting, id, bytes, name)).status).to.equal(200);
    return { meeting, id };
  };
  /** Nothing of what was tried is left, and the question still stands. */
  const expectStillAsked = async (id: string) => {
    expect(await stateOf(id)).to.equal("asked");
    expect(await contents(id)).to.equal(0);
  };

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

  describe("are kept sealed", () => {
    const contentOf = (id: string) =>
      app.database.dataSource.manager.findOneByOrFail(DocumentContent, { documentId: id });

    it("so that the database holds nothing of them to read", async () => {
      const secretWords = Buffer.concat([samples.pdf, Buffer.from("Rijksregisternummer 85.07.30-033.28")]);
      const { id } = await sent(secretWords);
      const { sealed, keySealed } = await contentOf(id);
      expect(sealed.includes("Rijksregister") || sealed.includes("%PDF")).to.equal(false);
      expect(unsealFile(app.config.APP_SECRET, id, { sealed, keySealed })).to.deep.equal(secretWords);
    });
    it("each under a key of its own, which opens in no other's place", async () => {
      const [one, two] = [await sent(), await sent()];
      const [first, second] = [await contentOf(one.id), await contentOf(two.id)];
      expect(first.sealed.equals(second.sealed)).to.equal(false);
      expect(() => unsealFile(app.config.APP_SECRET, one.id, second)).to.throw();
      await query("update document_content set key_sealed = $2, sealed = $3 where document_id = $1", [
        one.id,
        second.keySealed,
        second.sealed,
      ]);
      expect(code(await open(one.meeting, one.id))).to.equal("500 server_error");
      await query("delete from document where id = $1", [one.id]);
    });
    it("and a changed byte is a fault, not a file", async () => {
      const { meeting, id } = await sent();
      const { sealed } = await contentOf(id);
      sealed[40]! ^= 1;
      await query("update document_content set sealed = $2 where document_id = $1", [id, sealed]);
      expect(code(await open(meeting, id))).to.equal("500 server_error");
      await query("delete from document where id = $1", [id]);
    });
    it("and a new secret opens them, in one go or after a rotation that broke off", async () => {
      const { id } = await sent();
      const newAppSecret = "n".repeat(48);
      const secrets = { appSecret: app.config.APP_SECRET, newAppSecret };
      const before = await contentOf(id);
      const reseal = (turned = secrets) => app.database.dataSource.transaction((db) => resealDocuments({ db }, turned));
      const { resealed } = await reseal();
      expect(resealed).to.be.greaterThan(0);
      expect(await reseal()).to.deep.equal({ resealed: 0, kept: resealed });
      const after = await contentOf(id);
      expect(after.sealed).to.deep.equal(before.sealed);
      expect(unsealFile(newAppSecret, id, after)).to.deep.equal(samples.pdf);
      expect(() => unsealFile(app.config.APP_SECRET, id, after)).to.throw();
      await reseal({ appSecret: newAppSecret, newAppSecret: app.config.APP_SECRET });
    });
    it("and one that opens with neither secret stops the rotation, with nothing changed", async () => {
      const [broken, whole] = [await sent(), await sent()];
      await query("update document_content set key_sealed = $2 where document_id = $1", [broken.id, Buffer.alloc(60)]);
      const before = await contentOf(whole.id);
      const secrets = { appSecret: app.config.APP_SECRET, newAppSecret: "n".repeat(48) };
      const fault = await app.database.dataSource
        .transaction((db) => resealDocuments({ db }, secrets))
        .catch((error: Error) => error.message);
      expect(fault).to.equal(`Document ${broken.id} opens with neither secret.`);
      expect(await contentOf(whole.id)).to.deep.equal(before);
      await query("delete from document where id = $1", [broken.id]);
    });
  });

  describe("are forgotten", () => {
    const days = 30;
    const forgetAt = (at: Date) => app.database.dataSource.transaction((db) => forgetDocuments({ db, now: at }, days));
    const later = (from: Date, count: number, ms = 0) => new Date(from.getTime() + count * 86_400_000 + ms);

    it("when their days after the meeting are over, and not a moment before", async () => {
      const { meeting, id } = await sent(samples.pdf, "loonbrief.pdf");
      const endedAt = app.clock.now;
      await end(meeting);
      await forgetAt(later(endedAt, days, -1));
      expect((await open(meeting, id)).status).to.equal(200);
      await forgetAt(later(endedAt, days));
      const signedInLater = await signIn(app);
      expect(code(await open(meeting, id, signedInLater))).to.equal("410 document_forgotten");
      expect(await contents(id)).to.equal(0);
      const [row] = await query("select * from document where id = $1", [id]);
      expect(row).to.include({ state: "forgotten", what: "", name: null, type: null, size_bytes: null });
      await forgetAt(later(endedAt, days + 1));
      const [again] = await query("select forgotten_at from document where id = $1", [id]);
      expect(again.forgotten_at).to.deep.equal(row.forgotten_at);
    });
    it("after as many days as the installation is set to, which the pages tell", async () => {
      const daysOf = async (one: TestApp) => (await one.call("GET", "/api/municipality")).json.documentDays;
      expect(await daysOf(app)).to.equal(30);
      const brief = await startTestApp(now, { DOCUMENT_DAYS: "7" });
      await buildMunicipality(brief.database.dataSource);
      expect(await daysOf(brief).finally(() => brief.stop())).to.equal(7);
      for (const wrong of ["0", "366", "soon"])
        expect(() => testConfig("postgres://nowhere", { DOCUMENT_DAYS: wrong })).to.throw("DOCUMENT_DAYS");
    });
    it("with what was asked and never answered, and where nobody ended the meeting", async () => {
      const meeting = await inCall();
      const ids = [await asked(meeting, "Uw loonbrief"), await asked(meeting)];
      await decline(meeting, ids[1]!);
      await Promise.all([forgetAt(later(app.clock.now, days)), forgetAt(later(app.clock.now, days))]);
      const rows = await query("select state, what from document where id = any($1)", [ids]);
      expect(rows).to.deep.equal([
        { state: "forgotten", what: "" },
        { state: "forgotten", what: "" },
      ]);
    });
  });

  const partBytes = 64 * 1024;
  type Streaming = { declared?: number; parts: number; isBrokenOff?: boolean };

  /** Sends parts for as long as they are taken. @returns the answer, and how many parts the network took until then. */
  function streamTo(meeting: InCall, id: string, { declared, parts, isBrokenOff }: Streaming) {
    const cookies = [...meeting.browser.jar].map(([name, value]) => `${name}=${value}`).join("; ");
    return new Promise<{ answer: string; taken: number }>((resolve) => {
      let [taken, isOver] = [0, false];
      const finish = (answer: string) => {
        isOver = true;
        resolve({ answer, taken });
      };
      const sending = request(`${app.url}${pathTo(meeting, id)}`, {
        method: "POST",
        headers: {
          "Content-Type": "application/octet-stream",
          "Sec-Fetch-Site": "same-origin",
          Cookie: cookies,
          ...(declared === undefined ? { "Transfer-Encoding": "chunked" } : { "Content-Length": declared }),
        },
      });
      sending.on("response", (answer) => {
        let text = "";
        answer.on("data", (part) => {
          text += part;
        });
        answer.on("close", () => finish(`${answer.statusCode} ${JSON.parse(text || "{}").code}`));
        answer.on("error", () => undefined);
      });
      sending.on("error", () => !isOver && finish("broken"));
      const part = Buffer.concat([samples.pdf, Buffer.alloc(partBytes - samples.pdf.length)]);
      const push = () => {
        if (isOver || taken >= parts) return isBrokenOff ? void sending.destroy() : undefined;
        sending.write(part, (fault) => {
          if (fault) return;
          taken += 1;
          setImmediate(push);
        });
      };
      sending.flushHeaders();
      push();
    });
  }
});
