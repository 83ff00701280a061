import { randomUUID } from "node:crypto";
import type { InterpreterRequestView } from "@balie/contract/interpreters";
import { expect } from "chai";
import type { CookieJar, TestApp } from "../../../test/app.js";
import { code } from "../../../test/calls.js";
import { openEventStream } from "../../../test/event-stream.js";
import { colleague, demoClerk, signIn } from "../../../test/factories.js";
import { enrol, type TestPhone } from "../../../test/phone.js";
import { startPhoneRequests } from "../../../test/phone-requests.js";
import type { ClerkActor } from "../../platform/context.js";
import type { Log } from "../../platform/log.js";
import { askInterpreter } from "./ask-interpreter.js";
import { interpretingRoutes } from "./interpreting.routes.js";

describe("the search for an interpreter", function () {
  this.timeout(30_000);
  const search = startPhoneRequests();
  const { query, post, talking, askFor, ask, withdraw, requestOf, ringing, roster } = search;
  let app: TestApp;
  let clerk: CookieJar;
  let phone: TestPhone;

  beforeEach(() => {
    ({ app, clerk, phone } = search.begun());
  });

  it("is for the clerk who leads alone", async () => {
    await roster("rings");
    const request = await ask();
    await ringing(request);
    const other = await signIn(app, colleague);
    const path = `/api/meetings/${request.meeting.booked.meetingId}/interpreters`;
    expect(code(await askFor(request.meeting, {}, other))).to.equal("403 forbidden");
    expect(code(await withdraw(request, other))).to.equal("403 forbidden");
    expect(code(await post(`/api/interpreter-requests/${request.id}/next`, {}, other))).to.equal("403 forbidden");
    expect(code(await app.call("GET", path, { jar: other }))).to.equal("403 forbidden");
    expect(code(await withdraw({ id: randomUUID() }))).to.equal("404 not_found");
    const stream = await openEventStream(`${app.url}/api/queue/events`, other);
    const view: { requests: InterpreterRequestView[] } = await stream.seen("its own", ({ requests }) => !!requests);
    stream.close();
    expect(view.requests).to.deep.equal([]);
    expect(await requestOf(request)).to.include({ state: "dialling" });
  });

  it("is refused to a clerk without the right, who is written down, and where there is no telephone", async () => {
    await roster("answers");
    const { meeting } = await talking();
    await query("update clerk set phones_interpreters = false where email = $1", [demoClerk.email]);
    expect(code(await askFor(meeting))).to.equal("403 may_not_phone");
    const choice = await app.call("GET", `/api/meetings/${meeting.booked.meetingId}/interpreters`, { jar: clerk });
    expect(choice.json).to.include({ mayPhone: false });

    const warnings: object[] = [];
    const log = { warn: (about: object) => warnings.push(about) } as unknown as Log;
    const [, asking] = interpretingRoutes(app.config, log);
    const [{ id: clerkId }] = await query("select id from clerk where email = $1", [demoClerk.email]);
    const [{ counter_id }] = await query("select counter_id from meeting where id = $1", [meeting.booked.meetingId]);
    const actor: ClerkActor = { kind: "clerk", clerkId, sessionId: "", role: "clerk", counterIds: [counter_id] };
    const { meetingId } = meeting.booked;
    const input = {
      meetingId,
      requestId: randomUUID(),
      language: "tr",
      medium: "phone" as const,
      callAgain: null,
      letIn: null,
    };
    const refused = await app.database.dataSource
      .transaction((db) => (asking as any).run({ db, actor, now: new Date() }, input))
      .catch((fault) => fault.code);
    expect(refused).to.equal("may_not_phone");
    expect(warnings).to.deep.equal([{ clerk: clerkId, meeting: meetingId }]);

    await query("update clerk set phones_interpreters = true");
    const context = { db: app.database.dataSource.manager, actor, now: new Date() };
    const without = await askInterpreter(context, input, { hasPhone: false }).catch((fault) => fault.code);
    expect(without).to.equal("no_phone");
    expect(await query("select from interpreter_request")).to.have.length(0);
  });

  it("says which languages can be asked for, and how many are at work and free", async () => {
    const [first] = await roster("rings", "answers");
    await enrol(app, [
      { name: "Twee", address: "+32470000001", languages: ["prs", "tr"] },
      { name: "Ver", address: "+33612345678", languages: ["sq"] },
      { name: "Weg", address: "+32470000002", languages: ["ar"] },
    ]);
    await query("update interpreter set away_from = current_date - 1 where name = 'Weg'");
    const request = await ask();
    await ringing(request);
    expect(phone.prosody.rings[0]!.to).to.equal(first!.address);
    const choice = await app.call("GET", `/api/meetings/${request.meeting.booked.meetingId}/interpreters`, {
      jar: clerk,
    });
    expect(choice.json).to.deep.equal({
      hasPhone: true,
      mayPhone: true,
      languages: [
        { language: "ar", available: 0, availableByVideo: 0 },
        { language: "prs", available: 1, availableByVideo: 0 },
        { language: "tr", available: 2, availableByVideo: 0 },
      ],
    });
  });
});
