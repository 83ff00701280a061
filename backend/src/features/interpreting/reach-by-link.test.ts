import { expect } from "chai";
import { decodeJwt } from "jose";
import type { CookieJar, TestApp } from "../../../test/app.js";
import { code } from "../../../test/calls.js";
import { colleague, signIn } from "../../../test/factories.js";
import type { TestPhone } from "../../../test/phone.js";
import { until } from "../../../test/until.js";
import { startVideoRequests } from "../../../test/video-requests.js";
import { composeAskedMail } from "./compose-asked-mail.js";

const now = new Date();

describe("an interpreter by video", function () {
  this.timeout(30_000);
  const video = startVideoRequests(now);
  const { query, post, talking, askFor, ask, withdraw, seen, callsOf, peopleOf } = video;
  const { roster, called, linkOf, tokenOf, mails, open, come, visit, depart, askToken, tell } = video;
  let app: TestApp;
  let clerk: CookieJar;
  let phone: TestPhone;

  beforeEach(() => {
    ({ app, clerk, phone } = video.begun());
  });

  describe("is mailed a link into the running meeting", () => {
    it("one at a time, and enters once the citizen was told: not before, and by name only from then on", async () => {
      await roster({}, {});
      const request = await ask();
      const call = await called(request);
      expect(await mails((await linkOf(call.id)).id)).to.deep.equal(["interpreter_asked scheduled"]);
      expect((await peopleOf(request.meeting)).at(-1)).to.include({
        ...{ userId: call.id, role: "interpreter", language: "vgt", isAnnounced: true },
        ...{ isByPhone: false, isAtDoor: false },
      });
      // Nobody is told of who has not come.
      await tell(request.meeting, call.id);
      expect((await peopleOf(request.meeting)).at(-1)).to.include({ isAnnounced: true });

      const token = await tokenOf(call.id);
      const opened = await open(token);
      expect(opened.json).to.include({
        name: "Tolk 1",
        language: "vgt",
        state: "invited",
        meetingStatus: "in_progress",
      });
      expect(opened.text).to.not.match(/Els|zus|Verhuizen/);
      // A mail scanner opens it, often: nothing has changed.
      await Promise.all([open(token), open(token)]);
      expect((await linkOf(call.id)).state).to.equal("invited");

      const visitor = await visit(token);
      expect(visitor.view).to.include({ state: "waiting" });
      expect(visitor.view.people).to.deep.equal([]);
      expect(code(await askToken(visitor))).to.equal("403 not_admitted");
      expect((await peopleOf(request.meeting)).at(-1)).to.include({ isAtDoor: true, name: "Tolk 1" });
      expect((await tell(request.meeting, call.id)).status).to.equal(200);
      const token2 = await askToken(visitor);
      expect(token2.status, token2.text).to.equal(200);
      expect(decodeJwt(token2.json.token)).to.deep.include({ room: request.room });
      expect(token2.json).to.include({ userId: call.id, role: "interpreter" });
      phone.prosody.browserJoins(request.room, call.id);
      await seen(request, "connected");
      expect((await peopleOf(request.meeting)).at(-1)).to.include({ isAnnounced: false, isByPhone: false });
      expect(await callsOf(request)).to.have.lengthOf(1);
      expect(phone.prosody.commands.filter(({ command }) => command === "dial")).to.deep.equal([]);
    });

    it("and the mail says which language and what to do, and goes only while they are wanted", async () => {
      await roster({});
      const request = await ask();
      const { id } = await linkOf((await called(request)).id);
      const compose = () => composeAskedMail(app.database.dataSource.manager, app.config, id);
      const mail = await compose();
      expect(mail!.subject).to.match(/^Nu tolken voor .+: Vlaamse Gebarentaal$/);
      expect(mail!.text)
        .to.include(`/t/${await tokenOf((await called(request)).id)}`)
        .and.to.not.match(/Els|zus/);
      expect((await withdraw(request)).status).to.equal(200);
      expect(await compose()).to.equal(null);
      expect(await mails(id)).to.deep.equal(["interpreter_asked withdrawn"]);
    });

    it("who does not come in time is let be, the link opens nothing any more, and the next one is asked", async () => {
      await roster({}, {});
      const request = await ask();
      const first = await called(request);
      const token = await tokenOf(first.id);
      await query("update interpreter_request set due_at = now() where id = $1", [request.id]);
      await called(request, 1);
      const states = (await callsOf(request)).map(({ name, state }) => `${name} ${state}`);
      expect(states).to.deep.equal(["Tolk 1 unanswered", "Tolk 2 dialling"]);
      expect((await open(token)).json.state).to.equal("withdrawn");
      expect(code(await come(token))).to.equal("410 interpreter_released");
      await post(`/api/interpreter-requests/${request.id}/next`);
      await query("update interpreter_request set due_at = now() where id = $1", [request.id]);
      expect((await seen(request, "unanswered")).why).to.equal("all_tried");
    });

    it("who is at the door when the time is up is waited for, as long as their page is open", async () => {
      await roster({}, {});
      const request = await ask();
      const call = await called(request);
      const visitor = await visit(await tokenOf(call.id));
      await query("update interpreter_request set due_at = now() where id = $1", [request.id]);
      await until("it was looked at", async () => {
        const [{ later }] = await query("select due_at > now() later from interpreter_request where id = $1", [
          request.id,
        ]);
        return later;
      });
      expect(await callsOf(request)).to.have.lengthOf(1);
      await depart(visitor);
      await query("update interpreter_request set due_at = now() where id = $1", [request.id]);
      expect((await called(request, 1)).name).to.equal("Tolk 2");
    });

    it("only by who leads and has the right, and a sign language never by telephone", async () => {
      await roster({}, { languages: ["tr"] }, { languages: ["tr"], email: null });
      const { meeting } = await talking();
      expect(code(await askFor(meeting, { medium: "phone" }))).to.equal("409 interpreter_by_video");
      expect(code(await askFor(meeting, { medium: "phone", language: "tr" }))).to.equal("409 no_phone");
      expect(code(await askFor(meeting, {}, await signIn(app, colleague)))).to.equal("403 forbidden");
      const choice = await app.call("GET", `/api/meetings/${meeting.booked.meetingId}/interpreters`, { jar: clerk });
      expect(choice.json).to.deep.include({
        hasPhone: false,
        languages: [
          { language: "tr", available: 0, availableByVideo: 1 },
          { language: "vgt", available: 0, availableByVideo: 1 },
        ],
      });
    });

    it("never who has no address of mail, however the roster stands", async () => {
      await roster({ email: null });
      const request = await ask();
      expect((await seen(request, "unanswered")).why).to.equal("none_available");
    });
  });
});
