import { randomUUID } from "node:crypto";
import { expect } from "chai";
import type { Answer, CookieJar, TestApp } from "./app.js";
import { type InCall, startCalls } from "./calls.js";
import { startTestPhone, type TestPhone } from "./phone.js";
import { until } from "./until.js";

export type Asked = { meeting: InCall; room: string; id: string };

/** What the tests of requests for an interpreter begin with, called in their `describe`: running meetings whose rooms the
    stand-in for Prosody knows, an empty roster, and the search at work. `usual` is what a request says unless told otherwise. */
export const startInterpreterRequests = (
  now: Date,
  usual: { language: string; medium?: string },
  environment: NodeJS.ProcessEnv = {},
) => {
  const calls = startCalls(now, environment);
  const { query, inCall } = calls;
  let app: TestApp;
  let clerk: CookieJar;
  let phone: TestPhone;
  let hunts: Awaited<ReturnType<TestPhone["startHunts"]>>;

  before(() => {
    ({ app, clerk } = calls.begun());
  });
  beforeEach(async () => {
    await query("delete from interpreter_link");
    await query("delete from interpreter_request");
    await query("delete from interpreter_call");
    await query("delete from interpreter_reservation");
    await query("delete from interpreter");
    phone = await startTestPhone(app);
    await startHunts();
  });
  afterEach(async () => {
    await stopHunts();
    await phone.stop();
  });

  const startHunts = async (limits: Parameters<TestPhone["startHunts"]>[0] = {}) => {
    hunts = await phone.startHunts(limits);
  };
  const stopHunts = () => hunts.stop();
  const post = (path: string, body: unknown = {}, jar = clerk): Promise<Answer> =>
    app.call("POST", path, { jar, body });
  /** A meeting in progress, with its people in its room. */
  const talking = async () => {
    const meeting = await inCall();
    const [{ room }] = await query("select room from meeting where id = $1", [meeting.booked.meetingId]);
    phone.prosody.openRoom(room);
    return { meeting, room: room as string };
  };
  const askFor = ({ booked }: Pick<InCall, "booked">, changes: object = {}, jar = clerk) =>
    post(
      `/api/meetings/${booked.meetingId}/interpreters`,
      { requestId: randomUUID(), callAgain: null, ...usual, ...changes },
      jar,
    );
  const asked = async (at: { meeting: InCall; room: string }, changes: object = {}): Promise<Asked> => {
    const answer = await askFor(at.meeting, changes);
    expect(answer.status, answer.text).to.equal(200);
    return { ...at, id: answer.json.id };
  };
  const ask = async (changes: object = {}): Promise<Asked> => asked(await talking(), changes);
  const withdraw = ({ id }: { id: string }, jar = clerk) => post(`/api/interpreter-requests/${id}/withdrawal`, {}, jar);
  const skip = ({ id }: { id: string }) => post(`/api/interpreter-requests/${id}/next`);
  const end = ({ meeting }: { meeting: InCall }) => post(`/api/meetings/${meeting.booked.meetingId}/end`);
  const requestOf = async ({ id }: { id: string }): Promise<{ state: string; why: string | null }> =>
    (await query("select state, why from interpreter_request where id = $1", [id]))[0];
  const seen = (request: { id: string }, state: string) =>
    until(`the request is ${state}`, async () => {
      const row = await requestOf(request);
      return row.state === state ? row : null;
    });
  const callsOf = ({ id }: { id: string }): Promise<any[]> =>
    query(
      `select c.*, i.name, g.state guest from interpreter_call c join interpreter i on i.id = c.interpreter_id join guest g on g.id = c.id
       where request_id = $1 order by dialled_at, c.id`,
      [id],
    );
  const told = async (request: { id: string }) => (await callsOf(request)).map(({ name, state }) => `${name} ${state}`);
  /** Who is or comes into the call, as the citizen's page is told. */
  const peopleOf = async ({ booked, browser }: InCall): Promise<any[]> => {
    const body = { tabId: browser.tabId, isReturn: true };
    const arrival = await app.call("POST", "/api/appointment/arrival", {
      bearer: booked.token,
      jar: browser.jar,
      body,
    });
    return arrival.json.people;
  };
  return {
    begun: () => ({ app, clerk, phone, service: calls.begun().service }),
    ...{ query, inCall, startHunts, stopHunts, post, talking, askFor, asked, ask, withdraw, skip, end },
    ...{ requestOf, seen, callsOf, told, peopleOf },
  };
};
