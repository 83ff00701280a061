import { randomUUID } from "node:crypto";
import { expect } from "chai";
import { forgetSilentCallers } from "../src/features/dial-in/forget-silent-callers.js";
import { hearDialIns } from "../src/features/dial-in/hear-dial-ins.js";
import { hearRoomEvent } from "../src/features/meetings/hear-rooms.js";
import type { CookieJar, TestApp } from "./app.js";
import { bookingOf, quarterAfter } from "./factories.js";
import { minute, startVoiceMenu } from "./voice-menu.js";

export type CallerBooked = { id: string; token: string; meetingId: string; startsAt: Date; pin: string };
export type Waits = { booked: CallerBooked; ticket: string };

/** What the tests of a citizen without internet begin with, called in their `describe`: what every voice menu begins with, and
    citizens who booked to call, wait in the queue, or are in the call. Before each test nobody else waits or is in a call. */
export const startCallers = (now: Date) => {
  const menu = startVoiceMenu(now);
  const { query, asMenu, newCaller, entryOf } = menu;
  let app: TestApp;
  let clerk: CookieJar;
  let next = 0;
  let seq = 0;
  const boot = randomUUID();

  before(async () => {
    ({ app, clerk } = menu.begun());
    await app.database.dataSource.transaction((db) =>
      hearRoomEvent({ db, actor: { kind: "anyone" }, now }, { boot, seq: ++seq, event: "boot" }, hearDialIns),
    );
  });
  beforeEach(() =>
    query("update meeting set status = 'ended', ended_at = $1 where status in ('waiting', 'in_progress')", [now]),
  );

  /** Booked on a day of its own hour, and the clock a minute before its start. */
  const booked = async (changes: object = { dialsIn: true }): Promise<CallerBooked> => {
    app.clock.now = now;
    const startsAt = quarterAfter(now, 240 + 15 * Math.floor(next++ / 8));
    const body = bookingOf(menu.begun().service.id, startsAt, changes);
    const answer = await app.call("POST", "/api/appointments", { body });
    expect(answer.status, answer.text).to.equal(201);
    const { appointment, link } = answer.json;
    app.clock.now = new Date(startsAt.getTime() - minute);
    const { id, meeting, dialIn } = appointment;
    return { id, token: link.split("/a/")[1], meetingId: meeting.id, startsAt, pin: dialIn?.pin };
  };
  const type = (pin: string, canWait = true) =>
    asMenu("/api/dial-in", { pin, caller: newCaller(), ...(canWait ? { canWait } : {}) });
  const again = (ticket: string) => asMenu(`/api/dial-in/calls/${ticket}`);
  const hangUp = (ticket: string) => asMenu(`/api/dial-in/calls/${ticket}/departure`);
  const waits = async (): Promise<Waits> => {
    const one = await booked();
    const answer = await type(one.pin);
    expect(answer.json, answer.text).to.include({ place: "queue" });
    return { booked: one, ticket: answer.json.ticket };
  };
  const callerOf = async (one: CallerBooked) => (await entryOf(one)).arrivals.find(({ isByPhone }: any) => isByPhone);
  const asClerk = ({ meetingId }: CallerBooked, path: string, body: object = {}, jar = clerk) =>
    app.call("POST", `/api/meetings/${meetingId}/${path}`, { jar, body });
  const admit = async (one: CallerBooked) => asClerk(one, "admission", { arrivalId: (await callerOf(one)).id });
  const hears = async (one: CallerBooked, event: "joined" | "left", user: string, nick = user) => {
    const told = { boot, seq: ++seq, event, room: await menu.roomOf(one), occupant: { nick, user } };
    await app.database.dataSource.transaction((db) =>
      hearRoomEvent({ db, actor: { kind: "anyone" }, now: app.clock.now }, told, hearDialIns),
    );
  };
  /** The clerk's page has come into the room. */
  const clerkComes = async (one: CallerBooked) => hears(one, "joined", (await entryOf(one)).clerk.id);
  /** Let in, and the clerk is there: the next question brings the room. */
  const letIn = async (): Promise<Waits> => {
    const one = await waits();
    expect((await admit(one.booked)).status).to.equal(200);
    await clerkComes(one.booked);
    return one;
  };
  const callerInCall = async () => {
    const one = await letIn();
    const { headers } = (await again(one.ticket)).json;
    const { id: user } = await callerOf(one.booked);
    await hears(one.booked, "joined", user);
    return { ...one, headers, user };
  };
  const later = (ms: number) => {
    app.clock.now = new Date(app.clock.now.getTime() + ms);
  };
  const round = () => app.database.dataSource.transaction((db) => forgetSilentCallers(db, app.clock.now));
  const ordersFor = (user: string | null, { meetingId }: CallerBooked) =>
    query(
      `select 1 from room_order o join meeting m on m.room = o.room where m.id = $1 and o.user_id is not distinct from $2`,
      [meetingId, user],
    );
  return {
    ...menu,
    ...{ booked, type, again, hangUp, waits, callerOf, asClerk, admit, hears, clerkComes, letIn, callerInCall },
    ...{ later, round, ordersFor },
  };
};
