import { expect } from "chai";
import type { CookieJar, TestApp } from "../../../test/app.js";
import { code } from "../../../test/calls.js";
import { openEventStream } from "../../../test/event-stream.js";
import { newTab } from "../../../test/factories.js";
import { startVideoRequests } from "../../../test/video-requests.js";
import { sealToken, unsealToken } from "../../platform/tokens.js";
import { resealLinks } from "../appointments/reseal-links.js";
import { InterpreterLink } from "./interpreter-link.entity.js";

const now = new Date();

describe("an interpreter by video", function () {
  this.timeout(30_000);
  const video = startVideoRequests(now);
  const { query, ask, end, seen, roster, called, linkOf, tokenOf, open, come, visit, askToken, interpreting } = video;
  let app: TestApp;

  beforeEach(() => {
    ({ app } = video.begun());
  });

  describe("is mailed a link into the running meeting", () => {
    it("in one browser: a second one is turned away, a reload is not, and a forged link or cookie opens nothing", async () => {
      await roster({});
      const request = await ask();
      const token = await tokenOf((await called(request)).id);
      const visitor = await visit(token);
      const stream = await openEventStream(
        `${app.url}/api/interpreter-links/${visitor.linkId}/events?tabId=${visitor.tabId}`,
        visitor.jar,
      );
      await stream.seen("waiting", ({ state }) => state === "waiting");
      expect(code(await come(token))).to.equal("403 arrival_replaced");
      const reloaded = await come(token, visitor.jar, newTab(), true);
      expect(reloaded.status).to.equal(200);
      expect(code(await askToken(visitor))).to.equal("403 not_admitted");
      expect(code(await open("a".repeat(43)))).to.equal("404 link_unknown");
      expect(code(await come("a".repeat(43)))).to.equal("404 link_unknown");
      const forged: CookieJar = new Map([[`balie_interpreter_${visitor.linkId}`, "b".repeat(43)]]);
      expect(code(await askToken({ ...visitor, jar: forged }))).to.equal("401 unauthenticated");
      expect(code(await come(token, forged, newTab(), true))).to.equal("403 not_admitted");
      stream.close();
    });

    it("an older tab is told that another one has the call", async () => {
      await roster({});
      const { visitor } = await interpreting();
      await visit(visitor.token, visitor.jar);
      expect(code(await askToken(visitor))).to.equal("409 other_tab");
    });

    it("is over with the meeting: nobody is asked any more, and the link says so", async () => {
      await roster({});
      const request = await ask();
      const call = await called(request);
      const visitor = await visit(await tokenOf(call.id));
      expect((await end(request)).status).to.equal(200);
      await seen(request, "withdrawn");
      expect(code(await come(visitor.token, visitor.jar))).to.equal("410 interpreter_released");
      expect((await open(visitor.token)).json.meetingStatus).to.equal("ended");
      expect(code(await askToken(visitor))).to.equal("410 meeting_ended");
    });

    it("goes on under a new application secret", async () => {
      await roster({});
      const request = await ask();
      const call = await called(request);
      const token = await tokenOf(call.id);
      const secrets = { appSecret: app.config.APP_SECRET, newAppSecret: "n".repeat(64) };
      await app.database.dataSource.transaction((db) => resealLinks({ db }, secrets, InterpreterLink));
      const { linkSealed, id } = await linkOf(call.id);
      expect(unsealToken(secrets.newAppSecret, linkSealed)).to.equal(token);
      await query("update interpreter_link set link_sealed = $2 where id = $1", [
        id,
        sealToken(app.config.APP_SECRET, token),
      ]);
    });
  });
});
