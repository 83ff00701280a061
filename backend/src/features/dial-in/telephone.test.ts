import { randomUUID } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { bodyParser } from "@koa/bodyparser";
import { expect } from "chai";
import Koa from "koa";
import { freePort } from "../../../../appliance/embedded/ports.ts";
import { type Gateway, startGateway } from "../../../../appliance/lab/stand-ins/gateway.ts";
import { gatewayPassword } from "../../../../jitsi-config/test/support/phone.js";
import { controlSecret, Prosody } from "../../../../jitsi-config/test/support/prosody.js";
import { find } from "../../../../jitsi-config/test/support/xml.js";
import { domain, isUnavailable, mucDomain, XmppClient } from "../../../../jitsi-config/test/support/xmpp-client.js";
import type { TestApp } from "../../../test/app.js";
import { code, type InCall, startCalls } from "../../../test/calls.js";
import { askCallToken } from "../../../test/factories.js";
import { until } from "../../../test/until.js";
import { type CounterControl, createCounterControl } from "../../platform/calls/counter-control.js";
import { createLog } from "../../platform/log.js";
import { carryOutRoomOrders } from "../meetings/carry-out-room-orders.js";
import { roomEventRoutes } from "../meetings/room-events.routes.js";
import { hearDialIns } from "./hear-dial-ins.js";

const secret = "v".repeat(48);
const appSecret = "b".repeat(40);
const keeperSecret = controlSecret.replaceAll("-", "");

/** The real app with a real Prosody; the gateway, and so the telephone, is a stand-in. */
describe("a telephone that dials in", function () {
  this.timeout(30_000);
  const environment: NodeJS.ProcessEnv = { DIAL_IN_NUMBER: "+32 9 123 45 67", DIAL_IN_SECRET: secret };
  let port: number;
  let app: TestApp;
  let control: CounterControl;
  let internal: Server;
  let prosody: Prosody;
  let gateway: Gateway;
  const pages: XmppClient[] = [];

  before(async () => {
    port = await freePort();
    Object.assign(environment, {
      ...{ JITSI_DOMAIN: domain, JITSI_MUC_DOMAIN: mucDomain, JITSI_APP_SECRET: appSecret },
      ...{ COUNTER_CONTROL_URL: `http://127.0.0.1:${port}/counter_control`, COUNTER_CONTROL_SECRET: keeperSecret },
    });
  });
  // Before the app stops, as it hears of Prosody.
  after(async () => {
    for (const page of pages) void page.vanish();
    await gateway.stop();
    await prosody.stop();
    internal.closeAllConnections();
    await new Promise((resolve) => internal.close(resolve));
  });
  const calls = startCalls(new Date(), environment);
  before(async () => {
    ({ app } = calls.begun());
    control = createCounterControl(app.config.COUNTER_CONTROL_URL, keeperSecret);
    internal = await listenToProsody();
    const webhook = `http://127.0.0.1:${(internal.address() as AddressInfo).port}/internal/prosody/events`;
    const { JITSI_APP_ID } = app.config;
    const env = { JITSI_APP_ID, JITSI_APP_SECRET: appSecret, COUNTER_CONTROL_SECRET: keeperSecret };
    prosody = await Prosody.start({ port, webhook, env: { ...env, PHONE_GATEWAY_PASSWORD: gatewayPassword } });
    await prosody.isOpen();
    gateway = await startGateway({ port, password: gatewayPassword, ringMs: 100, lingerMs: 100 });
  });

  async function listenToProsody(): Promise<Server> {
    const koa = new Koa();
    koa.use(bodyParser({ enableTypes: ["json"] }));
    const { dataSource } = app.database;
    const log = createLog("silent", "test");
    const clock = () => new Date();
    koa.use(roomEventRoutes({ secret: keeperSecret, dataSource, control, clock, log, beside: hearDialIns }).routes());
    const server = createServer(koa.callback());
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return server;
  }

  const clerkCalls = (path: string, body: object = {}) => app.call("POST", path, { jar: calls.begun().clerk, body });
  /** Clerk and citizen are in the room. */
  const begin = async () => {
    const meeting = await calls.inCall();
    app.clock.now = new Date();
    const { json: clerkToken } = await clerkCalls(`/api/meetings/${meeting.booked.meetingId}/call-token`);
    const { json: citizenToken } = await askCallToken(app, meeting.browser);
    const join = async ({ token, room }: { token: string; room: string }, nick: string) => {
      const page = await XmppClient.connect({ port, token });
      pages.push(page);
      await page.join(room, nick);
      return page;
    };
    const clerkPage = await join(clerkToken, "clerknick");
    const citizenPage = await join(citizenToken, "citizennick");
    return { ...meeting, room: clerkToken.room as string, clerkPage, citizenPage };
  };
  const allow = async ({ booked }: InCall): Promise<{ id: string; pin: string }> => {
    const body = { requestId: randomUUID(), role: "interpreter", name: "Ayşe Demir", language: "tr" };
    const answer = await clerkCalls(`/api/meetings/${booked.meetingId}/dial-in`, body);
    expect(answer.status, answer.text).to.equal(201);
    return answer.json;
  };
  const asMenu = (path: string, body: object = {}) =>
    app.call("POST", `/api/dial-in${path}`, { body, headers: { Authorization: `Bearer ${secret}` } });
  const type = (pin: string) => asMenu("", { pin });
  /** Bridged by the voice menu. Its last digit connects it at once. */
  const callIn = (room: string) => gateway.callIn(room, "+32470123450");
  const turnedAway = async (room: string) => {
    const outcome = await callIn(room).then(
      () => "let in",
      (fault: Error) => fault.message,
    );
    expect(outcome).to.include("forbidden");
  };
  const guestIs = (id: string, state: string) =>
    until(`a guest who is ${state}`, async () => {
      const [guest] = await calls.query("select state from guest where id = $1", [id]);
      return guest?.state === state;
    });
  const carryOut = () => carryOutRoomOrders(app.database.dataSource, control, new Date());
  const inRoom = async () => {
    const meeting = await begin();
    const { id, pin } = await allow(meeting);
    const { json } = await type(pin);
    const leg = await callIn(json.headers["X-Room-Name"]);
    await guestIs(id, "admitted");
    return { ...meeting, id, pin, leg };
  };

  it("comes in with its PIN, under the name that the clerk gave, and nobody puts it out", async () => {
    const { id, leg, room, citizenPage } = await inRoom();
    expect(leg.occupant.split("/")[0]).to.equal(`${room}@${mucDomain}`);
    const presence = await citizenPage.seesPresence(leg.occupant.split("/")[1]!);
    expect(find(presence, "nick")?.text).to.equal("Ayşe Demir");
    expect(find(presence, "identity", "user", "id")?.text).to.equal(id);
    expect(await calls.query("select 1 from room_order where user_id = $1", [id])).to.deep.equal([]);
    expect([...gateway.legs]).to.include(leg);
  });
  it("stays outside without one, with a used one, and beside the one that came", async () => {
    const meeting = await begin();
    const address = `${meeting.room}@${mucDomain}`;
    await turnedAway(address);
    const { id, pin } = await allow(meeting);
    await turnedAway(address);
    await type(pin);
    await callIn(address);
    await guestIs(id, "admitted");
    expect(code(await type(pin))).to.equal("404 pin_unknown");
    await turnedAway(address);
  });
  it("hangs up, and has left; it comes back by another PIN", async () => {
    const meeting = await inRoom();
    await meeting.leg.hangUp();
    await guestIs(meeting.id, "left");
    await turnedAway(`${meeting.room}@${mucDomain}`);
    const { id, pin } = await allow(meeting);
    await callIn((await type(pin)).json.headers["X-Room-Name"]);
    await guestIs(id, "admitted");
  });
  it("is put out by the clerk, and stays out", async () => {
    const { booked, id, leg, room, clerkPage } = await inRoom();
    await clerkCalls(`/api/meetings/${booked.meetingId}/guests/${id}/removal`);
    await carryOut();
    await clerkPage.seesPresence(leg.occupant.split("/")[1]!, isUnavailable);
    await leg.end;
    await turnedAway(`${room}@${mucDomain}`);
  });
  it("is put out before it came, when the clerk takes it back meanwhile", async () => {
    const meeting = await begin();
    const { id, pin } = await allow(meeting);
    const { json } = await type(pin);
    await clerkCalls(`/api/meetings/${meeting.booked.meetingId}/guests/${id}/removal`);
    await carryOut();
    await turnedAway(json.headers["X-Room-Name"]);
  });
  it("is out with the end of the meeting", async () => {
    const { booked, leg } = await inRoom();
    await clerkCalls(`/api/meetings/${booked.meetingId}/end`);
    await carryOut();
    await leg.end;
  });
  /** A citizen waits on the line and is admitted; the clerk's page is in the room. */
  const callerAdmitted = async () => {
    const booked = await calls.bookForNow();
    const path = (end: string) => `/api/meetings/${booked.meetingId}/${end}`;
    const { pin } = (await clerkCalls(path("citizen-pin"))).json;
    const { ticket } = (await asMenu("", { pin, canWait: true })).json;
    const [{ id }] = await calls.query("select id from arrival where meeting_id = $1", [booked.meetingId]);
    await clerkCalls(path("admission"), { arrivalId: id });
    app.clock.now = new Date();
    const { json } = await clerkCalls(path("call-token"));
    const clerkPage = await XmppClient.connect({ port, token: json.token });
    pages.push(clerkPage);
    await clerkPage.join(json.room, "clerknick");
    return { booked, path, pin, id: id as string, ticket: ticket as string, clerkPage };
  };
  const roomFor = async (ticket: string): Promise<string> => {
    let room = "";
    await until("the caller's room", async () => {
      room = (await asMenu(`/calls/${ticket}`)).json.headers?.["X-Room-Name"] ?? "";
      return room !== "";
    });
    return room;
  };
  const untilGone = (id: string) =>
    until(
      "nobody in the room",
      async () => (await calls.query("select 1 from occupant where user_id = $1", [id])).length === 0,
    );

  it("is the citizen's, who waited on the line: one comes in, under their name, comes back by the same PIN, and is put out", async () => {
    const { path, pin, id, ticket, clerkPage } = await callerAdmitted();
    const room = await roomFor(ticket);
    const leg = await callIn(room);
    const presence = await clerkPage.seesPresence(leg.occupant.split("/")[1]!);
    expect(find(presence, "nick")?.text).to.equal("Els Janssens");
    expect(find(presence, "identity", "user", "id")?.text).to.equal(id);
    await turnedAway(room);
    expect((await asMenu("", { pin, canWait: true })).json.place).to.equal("in_call");

    await leg.hangUp();
    await untilGone(id);
    const back = await asMenu("", { pin, canWait: true });
    const second = await callIn(back.json.headers["X-Room-Name"]);
    expect(await calls.query("select 1 from room_order where user_id = $1", [id])).to.deep.equal([]);
    await clerkCalls(path("removal"), { arrivalId: id });
    await carryOut();
    await second.end;
    await turnedAway(room);
    expect((await asMenu("", { pin, canWait: true })).json.place).to.equal("removed");
  });
  it("is the citizen's, and is out with the end of the meeting", async () => {
    const { path, ticket } = await callerAdmitted();
    const leg = await callIn(await roomFor(ticket));
    await clerkCalls(path("end"));
    await carryOut();
    await leg.end;
  });
  it("keeps its PIN while nobody is in the room: Prosody expects nobody there", async () => {
    const meeting = await calls.inCall();
    app.clock.now = new Date();
    const { pin } = await allow(meeting);
    expect(code(await type(pin))).to.equal("503 unavailable");
    const { json } = await clerkCalls(`/api/meetings/${meeting.booked.meetingId}/call-token`);
    const page = await XmppClient.connect({ port, token: json.token });
    pages.push(page);
    await page.join(json.room, "clerknick");
    expect((await type(pin)).status).to.equal(200);
  });
});
