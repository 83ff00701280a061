import { randomUUID } from "node:crypto";
import { expect } from "chai";
import type { CookieJar, TestApp } from "./app.js";
import { type InCall, startCalls } from "./calls.js";
import { type EventStream, openEventStream } from "./event-stream.js";
import { colleague, demoClerk, signIn } from "./factories.js";

/** What the tests of hand-overs begin with, called in their `describe`: meetings that An leads, and Karim at his console. Before
    each test no other meeting is in progress. */
export const startHandovers = (now: Date) => {
  const calls = startCalls(now);
  const { query, inCall } = calls;
  let app: TestApp;
  let an: CookieJar;
  let karim: CookieJar;
  let anId: string;
  let karimId: string;
  let atConsole: EventStream;

  before(async () => {
    ({ app, clerk: an } = calls.begun());
    karim = await signIn(app, colleague);
    [{ id: anId }] = await query("select id from clerk where email = $1", [demoClerk.email]);
    [{ id: karimId }] = await query("select id from clerk where email = $1", [colleague.email]);
  });
  beforeEach(async () => {
    await query("update meeting set status = 'ended', ended_at = now() where status = 'in_progress'");
    atConsole = await openEventStream(`${app.url}/api/queue/events`, karim);
    await atConsole.seen("the console is open", ({ asking }) => asking !== undefined);
  });
  afterEach(() => atConsole.close());

  /** In a call whose citizen has their page open, so that they are told. */
  const led = async (): Promise<InCall> => {
    const meeting = await inCall();
    await query("update arrival set seen_at = now() where id = $1", [meeting.browser.arrivalId]);
    await noteConsole(karimId);
    return meeting;
  };
  const noteConsole = async (clerkId: string) => {
    await query("delete from open_console where clerk_id = $1", [clerkId]);
    await query("insert into open_console (id, clerk_id, seen_at) values ($1, $2, $3)", [
      randomUUID(),
      clerkId,
      app.clock.now,
    ]);
  };
  const post = (path: string, jar: CookieJar, body: unknown = {}) => app.call("POST", path, { jar, body });
  const ask = ({ booked }: InCall, clerkId = karimId, jar = an, note = "") =>
    post(`/api/meetings/${booked.meetingId}/handovers`, jar, { clerkId, note });
  const asked = async (meeting: InCall, note = ""): Promise<string> => {
    const answer = await ask(meeting, karimId, an, note);
    expect(answer.status, answer.text).to.equal(200);
    return answer.json.id;
  };
  const say = (id: string, accepts: boolean, jar = karim) => post(`/api/handovers/${id}/answer`, jar, { accepts });
  const withdraw = (id: string, jar = an) => post(`/api/handovers/${id}/withdrawal`, jar);
  const tell = ({ browser }: InCall, id: string) =>
    post(`/api/arrivals/${browser.arrivalId}/guests/${id}/told`, browser.jar);
  const tokenOf = ({ booked }: InCall, jar: CookieJar) => post(`/api/meetings/${booked.meetingId}/call-token`, jar);
  const end = ({ booked }: InCall, jar = an) => post(`/api/meetings/${booked.meetingId}/end`, jar);
  const stateOf = async (id: string) => (await query("select state from handover where id = $1", [id]))[0].state;
  const entryOf = async ({ booked }: InCall, jar = an) => {
    const { json } = await app.call("GET", "/api/queue", { jar });
    return json.entries.find((one: any) => one.meetingId === booked.meetingId);
  };
  const ordersFor = ({ booked }: InCall, userId: string) =>
    query("select 1 from room_order o join meeting m on m.room = o.room where m.id = $1 and o.user_id = $2", [
      booked.meetingId,
      userId,
    ]);
  const later = (seconds: number) => {
    app.clock.now = new Date(app.clock.now.getTime() + seconds * 1_000);
  };
  const context = () => ({ db: app.database.dataSource.manager, now: app.clock.now });
  const taken = async () => {
    const meeting = await led();
    const id = await asked(meeting);
    await say(id, true);
    expect((await tell(meeting, id)).status).to.equal(200);
    return { meeting, id };
  };
  return {
    begun: () => ({ app, an, karim, anId, karimId, atConsole, service: calls.begun().service }),
    ...{ query, waiting: calls.waiting, led, noteConsole, post, ask, asked, say, withdraw, tell, tokenOf, end },
    ...{ stateOf, entryOf, ordersFor, later, context, taken },
  };
};
