import { randomUUID } from "node:crypto";
import { expect } from "chai";
import type { Gateway, Happening } from "../../../../appliance/lab/stand-ins/gateway.ts";
import type { Prosody } from "../../../../jitsi-config/test/support/prosody.js";
import { validToken } from "../../../../jitsi-config/test/support/tokens.js";
import { XmppClient } from "../../../../jitsi-config/test/support/xmpp-client.js";
import type { CookieJar, TestApp } from "../../../test/app.js";
import { startCalls } from "../../../test/calls.js";
import { enrol } from "../../../test/phone.js";
import { startRealPhone } from "../../../test/real-phone.js";
import { until } from "../../../test/until.js";
import type { CounterControl } from "../../platform/calls/counter-control.js";
import { carryOutRoomOrders } from "../meetings/carry-out-room-orders.js";
import { hearLegs } from "./hear-legs.js";
import { runHunts } from "./run-hunts.js";

const ringSeconds = 3;
type Asked = { id: string; room: string; meetingId: string };

/** App, worker's search, Prosody and our module are the real ones; the gateway is a stand-in, whose fates are in fate.ts. */
describe("the search for an interpreter through a real Prosody", function () {
  this.timeout(60_000);
  const calls = startCalls(new Date(), { SIP_URI: "balie@pbx.example.org" });
  const { query, inCall } = calls;
  const clients: XmppClient[] = [];
  let app: TestApp;
  let clerk: CookieJar;
  let prosody: Prosody;
  let control: CounterControl;
  let gateway: Gateway;
  let happenings: Happening[];
  let stop: () => Promise<void>;

  beforeEach(async () => {
    ({ app, clerk } = calls.begun());
    for (const table of ["interpreter_call", "interpreter_request", "interpreter"]) await query(`delete from ${table}`);
    const phone = await startRealPhone(app, hearLegs({ PHONE_RING_SECONDS: ringSeconds }));
    ({ prosody, control, gateway, happenings } = phone);
    const limits = { allowed: ["+32"], minutesPerDay: 600, ringSeconds };
    const hunts = await runHunts(app.database.url, {
      ...phone.parts,
      control,
      limits,
      appSecret: app.config.APP_SECRET,
    });
    stop = async () => {
      await hunts.stop();
      for (const client of clients.splice(0)) void client.vanish();
      await phone.stop();
    };
  });
  afterEach(() => stop());

  /** Interpreters whose numbers end so, in the order in which they are called, and a clerk and a citizen in the room who ask for one. */
  const ask = async (...endings: string[]): Promise<Asked> => {
    const people = endings.map((ending, position) => ({
      name: `Tolk ${position + 1}`,
      address: `+324701234${ending}`,
      rank: position + 1,
    }));
    await enrol(app, people);
    const { booked, browser } = await inCall();
    const { meetingId } = booked;
    const [{ room, clerk_id }] = await query("select room, clerk_id from meeting where id = $1", [meetingId]);
    await enter(room, { id: clerk_id, role: "clerk" });
    await enter(room, { id: browser.arrivalId, role: "citizen" });
    const body = { requestId: randomUUID(), language: "tr", callAgain: null };
    const answer = await app.call("POST", `/api/meetings/${meetingId}/interpreters`, { jar: clerk, body });
    expect(answer.status, answer.text).to.equal(200);
    return { id: answer.json.id, room, meetingId };
  };
  const enter = async (room: string, { id, role }: { id: string; role: string }) => {
    const token = validToken(room, { id, name: role, role, moderator: role === "clerk" });
    const client = await XmppClient.connect({ port: prosody.port, token });
    clients.push(client);
    await client.join(room, `${role}nick`);
  };
  const seen = (request: Asked, state: string) =>
    until(
      `the request is ${state}`,
      async () => {
        const [row] = await query("select state, why from interpreter_request where id = $1", [request.id]);
        return row.state === state ? row : null;
      },
      45_000,
    );
  const callsOf = ({ id }: Asked): Promise<any[]> =>
    query(
      "select c.*, i.name from interpreter_call c join interpreter i on i.id = c.interpreter_id where request_id = $1 order by dialled_at",
      [id],
    );
  const told = async (request: Asked) => (await callsOf(request)).map(({ name, state }) => `${name} ${state}`);
  const withdraw = ({ id }: Asked) =>
    app.call("POST", `/api/interpreter-requests/${id}/withdrawal`, { jar: clerk, body: {} });
  const noLegIsLeft = ({ room }: Asked) =>
    until("no leg is left", async () => {
      const { rooms } = await control.rooms();
      const occupants = rooms.find((one) => one.room === room)?.occupants ?? [];
      const owed = await query("select from interpreter_call where must_hang_up and hung_up_at is null");
      return owed.length + gateway.legs.size === 0 && !occupants.some(({ phone }) => phone);
    });

  it("connects whoever answers, lets the leg be, and ends with its hanging up", async () => {
    const request = await ask("10");
    await seen(request, "connected");
    const [{ id }] = await callsOf(request);
    expect(await query("select from room_order where user_id = $1", [id])).to.have.length(0);
    await withdraw(request);
    await noLegIsLeft(request);
    await until("the call is over", async () => (await callsOf(request))[0].state === "ended");
  });
  it("passes over who is busy, who does not answer, and a gateway's error and wrong reference; all end with the meeting", async () => {
    const request = await ask("11", "12", "13", "17", "10");
    await seen(request, "connected");
    expect(await told(request)).to.deep.equal([
      ...["Tolk 1 refused", "Tolk 2 unanswered", "Tolk 3 refused", "Tolk 4 refused", "Tolk 5 connected"],
    ]);
    expect(gateway.legs.size).to.equal(1);
    await app.call("POST", `/api/meetings/${request.meetingId}/end`, { jar: clerk, body: {} });
    await carryOutRoomOrders(app.database.dataSource, control, new Date());
    await seen(request, "ended");
    await noLegIsLeft(request);
  });
  it("fails where the gateway is silent, and its late leg stays outside", async () => {
    const request = await ask("15", "10");
    expect(await seen(request, "failed")).to.include({ why: "no_phone" });
    await until("the late leg was turned away", () => happenings.some(({ is }) => is === "turned_away"));
    expect(await told(request)).to.deep.equal(["Tolk 1 failed"]);
    await noLegIsLeft(request);
  });
  it("fails where there is no gateway", async () => {
    await gateway.stop();
    const room = `lonely-${randomUUID()}`;
    await enter(room, { id: randomUUID(), role: "clerk" });
    const dial = { room, call: randomUUID(), to: "+32470123410", user: { id: "x", name: "x", role: "interpreter" } };
    await until("it has left", async () => (await control.dial(dial)).is === "no_gateway");
    expect(await seen(await ask("10"), "failed")).to.include({ why: "no_phone" });
  });
  it("counts the seconds of a call that the interpreter ends", async () => {
    const request = await ask("28");
    await seen(request, "ended");
    expect((await callsOf(request))[0]).to.include({ state: "ended", connected_seconds: 2 });
  });
  it("hangs up whoever rings when the clerk stops the search", async () => {
    const request = await ask("12", "10");
    await until("it rings", async () => (await callsOf(request))[0]?.is_ringing);
    await withdraw(request);
    await noLegIsLeft(request);
    expect(await told(request)).to.deep.equal(["Tolk 1 unanswered"]);
  });
});
