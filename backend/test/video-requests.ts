import type { InterpreterInput } from "@balie/contract/interpreters";
import { expect } from "chai";
import { Interpreter } from "../src/features/interpreters/interpreter.entity.js";
import { InterpreterLink } from "../src/features/interpreting/interpreter-link.entity.js";
import { unsealToken } from "../src/platform/tokens.js";
import type { CookieJar, TestApp } from "./app.js";
import type { InCall } from "./calls.js";
import { interpreterOf, newTab } from "./factories.js";
import { startInterpreterRequests } from "./interpreter-requests.js";
import type { TestPhone } from "./phone.js";
import { until } from "./until.js";

export type Visitor = { token: string; jar: CookieJar; tabId: string; linkId: string };

/** What the tests of interpreters by video begin with, called in their `describe`: what every request begins with, where nobody
    can be phoned, and interpreters who come by the link that they were mailed. */
export const startVideoRequests = (now: Date) => {
  const requests = startInterpreterRequests(now, { language: "vgt", medium: "video" });
  const { query, post, ask, callsOf, seen } = requests;
  let app: TestApp;
  let phone: TestPhone;

  beforeEach(async () => {
    ({ app, phone } = requests.begun());
    // Nobody is sought any more for what earlier tests booked.
    await query("update appointment set interpreter_language = null");
  });

  /** On the roster, in this order; each can be mailed. */
  const roster = async (...people: Partial<InterpreterInput>[]) => {
    for (const [index, one] of people.entries())
      await app.database.dataSource.getRepository(Interpreter).save(
        interpreterOf({
          ...{ name: `Tolk ${index + 1}`, address: `+3247100000${index}`, rank: index + 1, languages: ["vgt"] },
          ...{ email: `tolk${index + 1}@example.org`, ...one },
        }),
      );
  };
  const called = (request: { id: string }, which = 0) =>
    until("somebody is asked", async () => (await callsOf(request))[which]);
  const callSeen = (request: { id: string }, title: string, isSo: (call: any) => boolean) =>
    until(title, async () => {
      const call = (await callsOf(request)).at(-1);
      return call && isSo(call) ? call : null;
    });
  const linkOf = async (callId: string): Promise<InterpreterLink> =>
    app.database.dataSource.getRepository(InterpreterLink).findOneByOrFail({ guestId: callId });
  const tokenOf = async (callId: string) => unsealToken(app.config.APP_SECRET, (await linkOf(callId)).linkSealed);
  const mails = async (linkId: string): Promise<string[]> => {
    const rows = await query(
      "select kind || ' ' || state mail from outbox_message where subject_id = $1 order by due_at",
      [linkId],
    );
    return rows.map(({ mail }: { mail: string }) => mail);
  };
  const open = (token: string) => app.call("GET", "/api/interpreter", { bearer: token });
  const come = (token: string, jar: CookieJar = new Map(), tabId = newTab(), isReturn = false) =>
    app.call("POST", "/api/interpreter/arrival", { bearer: token, jar, body: { tabId, isReturn } });
  const visit = async (token: string, jar: CookieJar = new Map()): Promise<Visitor & { view: any }> => {
    const tabId = newTab();
    const answer = await come(token, jar, tabId);
    expect(answer.status, answer.text).to.equal(200);
    return { token, jar, tabId, linkId: answer.json.id, view: answer.json };
  };
  const depart = ({ linkId, tabId, jar }: Visitor) =>
    post(`/api/interpreter-links/${linkId}/departure`, { tabId }, jar);
  const askToken = ({ linkId, tabId, jar }: Visitor) =>
    post(`/api/interpreter-links/${linkId}/call-token`, { tabId }, jar);
  const tell = ({ browser }: InCall, guestId: string) =>
    post(`/api/arrivals/${browser.arrivalId}/guests/${guestId}/told`, {}, browser.jar);
  /** Asked, come, told, and in the room. */
  const interpreting = async () => {
    const request = await ask();
    const call = await called(request);
    const visitor = await visit(await tokenOf(call.id));
    expect((await tell(request.meeting, call.id)).status).to.equal(200);
    expect((await askToken(visitor)).status).to.equal(200);
    phone.prosody.browserJoins(request.room, call.id);
    await seen(request, "connected");
    return { request, call, visitor };
  };
  return {
    ...requests,
    ...{ roster, called, callSeen, linkOf, tokenOf, mails, open, come, visit, depart, askToken, tell, interpreting },
  };
};
