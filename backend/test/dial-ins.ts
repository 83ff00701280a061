import { randomUUID } from "node:crypto";
import { guestsPerMeeting } from "@balie/contract/company";
import { expect } from "chai";
import { hearDialIns } from "../src/features/dial-in/hear-dial-ins.js";
import { announceGuest } from "../src/features/meetings/announce-guest.js";
import { hearRoomEvent, reconcileRooms } from "../src/features/meetings/hear-rooms.js";
import { lockMeeting } from "../src/features/meetings/load-meeting.js";
import type { CookieJar, TestApp } from "./app.js";
import type { InCall } from "./calls.js";
import { minute, startVoiceMenu } from "./voice-menu.js";

export type DialsIn = { meeting: InCall; id: string; pin: string };

/** What the tests of dial-ins begin with, called in their `describe`: what every voice menu begins with, and guests whom the
    clerk lets dial into running meetings. */
export const startDialIns = (now: Date) => {
  const menu = startVoiceMenu(now);
  const { query, inCall, asMenu, newCaller } = menu;
  let app: TestApp;
  let clerk: CookieJar;
  let seq = 0;
  const boot = `dial-in-${randomUUID()}`;

  before(() => {
    ({ app, clerk } = menu.begun());
  });

  const request = (changes: object = {}) => ({
    ...{ requestId: randomUUID(), role: "interpreter", name: "Ayşe Demir", language: "tr" },
    ...changes,
  });
  const pathOf = ({ booked }: InCall) => `/api/meetings/${booked.meetingId}/dial-in`;
  const allow = (meeting: InCall, body: object = request(), jar = clerk) =>
    app.call("POST", pathOf(meeting), { jar, body });
  const list = (meeting: InCall, jar = clerk) => app.call("GET", pathOf(meeting), { jar });
  const withdraw = (meeting: InCall, id: string, jar = clerk) =>
    app.call("POST", `${pathOf(meeting)}/${id}/withdrawal`, { jar, body: {} });
  const end = ({ booked }: InCall) =>
    app.call("POST", `/api/meetings/${booked.meetingId}/end`, { jar: clerk, body: {} });
  /** The voice menu asks. Each caller has another number, unless one is named. */
  const type = (pin: string, caller: string | null = newCaller(), authorization?: string) =>
    asMenu("/api/dial-in", caller === null ? { pin } : { pin, caller }, authorization);
  const allowed = async (changes: object = {}): Promise<DialsIn> => {
    // Several meetings of one test begin at several times; their PINs are of one.
    app.clock.now = now;
    const meeting = await inCall();
    app.clock.now = new Date(now.getTime() + 240 * minute);
    const answer = await allow(meeting, request(changes));
    expect(answer.status, answer.text).to.equal(201);
    return { meeting, id: answer.json.id, pin: answer.json.pin };
  };
  /** Whoever has that PIN does not. */
  const wrong = (pin: string, step = 1) => String((Number(pin) + step) % 1e8).padStart(8, "0");
  const peopleOf = async ({ booked }: InCall): Promise<any[]> => (await menu.entryOf(booked)).people;
  const roomOf = ({ booked }: InCall) => menu.roomOf(booked);
  const guestState = async (id: string): Promise<string> =>
    (await query("select state from guest where id = $1", [id]))[0]?.state;
  /** So many colleagues are announced beside clerk and citizen. */
  const fill = ({ booked }: InCall, places = guestsPerMeeting) =>
    app.database.dataSource.transaction(async (db) => {
      const locked = await lockMeeting(db, booked.meetingId);
      for (let n = 0; n < places; n++)
        await announceGuest(db, locked, { role: "colleague", name: `Gast ${n}` }, app.clock.now);
    });
  /** What Prosody tells of a telephone. @returns how many orders to put it out that made. */
  const hears = async (meeting: InCall, event: "joined" | "left" | "boot", user: string): Promise<number> => {
    const room = await roomOf(meeting);
    await app.database.dataSource.transaction(async (db) => {
      const context = { db, actor: { kind: "anyone" as const }, now: app.clock.now };
      if (seq === 0) await hearRoomEvent(context, { boot, seq: ++seq, event: "boot" }, hearDialIns);
      if (event === "boot") seq = 0;
      const occupant = { nick: user.slice(0, 8), user, phone: { call: user, direction: "in" as const } };
      const told =
        event === "boot" ? { boot: randomUUID(), seq: 1, event } : { boot, seq: ++seq, event, room, occupant };
      await hearRoomEvent(context, told, hearDialIns);
    });
    const orders = await query("select 1 from room_order where room = $1 and user_id = $2", [room, user]);
    return orders.length;
  };
  /** Prosody lists who is in that meeting's room, and no other room. */
  const lists = async (meeting: InCall, ...occupants: { nick: string; user: string }[]) => {
    const rooms = [{ room: await roomOf(meeting), occupants }];
    await app.database.dataSource.transaction((db) =>
      reconcileRooms(db, app.clock.now, { boot, seq, rooms }, hearDialIns),
    );
  };
  return {
    ...menu,
    ...{ request, allow, list, withdraw, end, type, allowed, wrong, peopleOf, roomOf, guestState, fill, hears, lists },
  };
};
