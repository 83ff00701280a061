import type { DeviceCheckInput } from "@balie/contract/device-checks";
import type { QueueEntry } from "@balie/contract/meetings";
import { expect } from "chai";
import { type CookieJar, startTestApp, type TestApp } from "../../../test/app.js";
import { createAuthority } from "../../../test/doctor/certificates.js";
import { startCoturn } from "../../../test/doctor/coturn.js";
import { openEventStream } from "../../../test/event-stream.js";
import { type BookedLink, book, buildMunicipality, quarterAfter, signIn } from "../../../test/factories.js";
import { tryRelayWith } from "../../platform/doctor/check-turn.js";
import { listen } from "../../platform/live/listen.js";

const secret = "t".repeat(40);
const check: DeviceCheckInput = {
  camera: "works",
  microphone: "works",
  heardSound: true,
  udp: "closed",
  tls: "open",
  downKbps: 8_000,
  upKbps: 400,
};

describe("the citizen's own check of device and line", function () {
  this.timeout(30_000);
  /** Of these tests, not of their file's loading: coturn goes by the true time. */
  let now: Date;
  let app: TestApp;
  let clerk: CookieJar;
  let booked: BookedLink;
  let coturn: Awaited<ReturnType<typeof startCoturn>>;
  let live: Awaited<ReturnType<typeof listen>>;
  const authority = createAuthority();

  before(async () => {
    now = new Date();
    coturn = await startCoturn(secret, authority.issue("localhost", 90));
    app = await startTestApp(now, {
      TURN_URLS: `turn:127.0.0.1:${coturn.port}?transport=udp, turns:localhost:${coturn.tlsPort}?transport=tcp`,
      TURN_CREDENTIALS: secret,
    });
    const { service } = await buildMunicipality(app.database.dataSource);
    clerk = await signIn(app);
    booked = await book(app, service.id, quarterAfter(now, 120));
    live = await listen(app.database.url, { live: (topic) => app.refresh(topic) }, () => app.refresh());
  });
  after(async () => {
    await live.stop();
    await app.stop();
    await coturn.stop();
    authority.forget();
  });
  const send = (body: unknown, path = "device-check") =>
    app.call("POST", `/api/appointment/${path}`, { body, bearer: booked.token });
  const inQueue = async () =>
    (await app.call("GET", "/api/queue", { jar: clerk })).json.entries.find(
      ({ meetingId }: { meetingId: string }) => meetingId === booked.meetingId,
    );

  it("is nothing in the queue before it was done, and hours ahead its verdict; again, the newest one", async () => {
    expect((await inQueue()).deviceCheck).to.equal(null);
    const first = await send(check);
    expect(first.status, first.text).to.equal(200);
    expect(first.json).to.deep.equal({ verdict: "limited", reasons: ["slow_line"], checkedAt: now.toISOString() });
    expect((await inQueue()).deviceCheck).to.deep.equal(first.json);
    await send({ ...check, microphone: "blocked", upKbps: null });
    expect((await inQueue()).deviceCheck.verdict).to.equal("may_need_phone");
  });
  it("reaches an open console by itself", async () => {
    const stream = await openEventStream(`${app.url}/api/queue/events`, clerk);
    await send({ ...check, upKbps: 5_000 });
    const { entries } = await stream.seen("the verdict", (view) =>
      view.entries?.some((entry: QueueEntry) => entry.deviceCheck?.verdict === "ready"),
    );
    stream.close();
    expect(entries[0].deviceCheck.reasons).to.deep.equal([]);
  });
  it("twice at once is one check", async () => {
    const answers = await Promise.all([send(check), send({ ...check, upKbps: 90 }), send(check)]);
    expect(answers.map(({ status }) => status)).to.deep.equal([200, 200, 200]);
    const rows = await app.database.dataSource.query("select count(*)::int n from device_check");
    expect(rows[0].n).to.equal(1);
  });
  for (const [title, change] of [
    ["a state that there is not", { camera: "<script>" }],
    ["a speed below zero", { upKbps: -1 }],
    ["a speed beyond all lines", { downKbps: 1e12 }],
    ["a part left out", { microphone: undefined }],
  ] as const)
    it(`refuses ${title}`, async () => {
      const { status, json } = await send({ ...check, ...change });
      expect([status, json.code]).to.deep.equal([422, "invalid_input"]);
    });

  it("is lent relays that coturn takes, for two minutes and no longer", async () => {
    const { json } = await send({}, "relays");
    const [udp, tls] = json.relays;
    expect([udp.way, tls.way]).to.deep.equal(["udp", "tls"]);
    expect(Number(udp.username.split(":")[0])).to.equal(Math.floor(now.getTime() / 1000) + 120);
    const relay = await tryRelayWith({ username: udp.username, password: udp.credential }, "127.0.0.1", coturn.port);
    expect(relay.state, relay.seen).to.equal("ok");
    const forged = await tryRelayWith(
      { username: "9999999999:check", password: udp.credential },
      "127.0.0.1",
      coturn.port,
    );
    expect(forged.seen).to.match(/refuses our credentials/);
  });
  it("gets as many characters as it asked for, which no proxy makes smaller", async () => {
    const { json } = await send({ sent: "x".repeat(60_000), reply: 1_001 }, "line-sample");
    expect(json.sample).to.match(/^[\w-]{1001}$/);
    expect((await send({ sent: "", reply: 200_001 }, "line-sample")).status).to.equal(422);
  });
  it("goes with its appointment", async () => {
    await app.database.dataSource.query("delete from meeting");
    await app.database.dataSource.query("delete from appointment");
    expect(await app.database.dataSource.query("select 1 from device_check")).to.deep.equal([]);
  });
});
