import type { ChildProcess } from "node:child_process";
import { randomUUID } from "node:crypto";
import { expect } from "chai";
import { freePort } from "../../appliance/embedded/ports.js";
import { type CookieJar, callServer, startTestApp, type TestApp } from "../test/app.js";
import { openEventStream } from "../test/event-stream.js";
import { admit, arrive, book, buildMunicipality, colleague, quarterAfter, signIn } from "../test/factories.js";
import { enrol } from "../test/phone.js";
import { type ProsodyStandIn, startProsodyStandIn } from "../test/prosody-stand-in.js";
import { environmentOf, spawnScript } from "../test/run-script.js";
import { until } from "../test/until.js";

/** A process starts from its sources. */
const patienceMs = 60_000;
const address = "+32470000001";

/** App and worker are processes of their own, killed without a word while something is under way; others take their place. What has the state is the rows alone. */
describe("app and worker, killed in the middle", function () {
  this.timeout(180_000);
  let app: TestApp;
  let serviceId: string;
  let prosody: ProsodyStandIn;
  let ports: { http: number; internal: number };
  let an: CookieJar;
  let karim: CookieJar;
  const processes: ChildProcess[] = [];

  before(async () => {
    app = await startTestApp(new Date(), { SIP_URI: "balie@pbx.example.org", PHONE_ALLOWED_PREFIXES: "+32" });
    serviceId = (await buildMunicipality(app.database.dataSource, 8)).service.id;
    [an, karim] = [await signIn(app), await signIn(app, colleague)];
    ports = { http: await freePort(), internal: await freePort() };
    const webhook = `http://127.0.0.1:${ports.internal}/internal/prosody/events`;
    prosody = await startProsodyStandIn({ secret: app.config.COUNTER_CONTROL_SECRET, webhook });
    prosody.fate(address, "rings");
    await query("update clerk set role = 'admin', phones_interpreters = true");
  });
  after(async () => {
    await prosody?.stop();
    await app?.stop();
  });
  afterEach(() => kill());

  const query = (sql: string, values: unknown[] = []) => app.database.dataSource.query(sql, values);
  const start = (name: "main" | "worker", own: NodeJS.ProcessEnv) => {
    const environment = { ...environmentOf(app.config), COUNTER_CONTROL_URL: prosody.url, ...own };
    const started = spawnScript(name, [], environment, ["ignore", "ignore", "inherit"]);
    processes.push(started);
  };
  const startApp = async () => {
    start("main", { HTTP_PORT: String(ports.http), INTERNAL_HTTP_PORT: String(ports.internal) });
    const isReady = () =>
      callServer(ports.http, "GET", "/readyz").then(
        ({ status }) => status === 200,
        () => false,
      );
    await until("the app is ready", isReady, patienceMs);
  };
  const startWorker = () => start("worker", { INTERNAL_HTTP_PORT: "0" });
  const kill = async () => {
    const all = processes.splice(0);
    for (const one of all) one.kill("SIGKILL");
    await until("they are gone", () => all.every(({ signalCode }) => signalCode !== null));
  };
  const post = async (path: string, jar: CookieJar, body: unknown = {}) => {
    const answer = await callServer(ports.http, "POST", path, { jar, body });
    expect(answer.status, answer.text).to.equal(200);
    return answer.json;
  };

  /** An leads a meeting, with nobody's page open but the console of her colleague. */
  const asked = async () => {
    const booked = await book(app, serviceId, quarterAfter(app.clock.now, 15));
    expect((await admit(app, an, booked, await arrive(app, booked))).status).to.equal(200);
    const [{ room, clerk_id: anId }] = await query("select room, clerk_id from meeting where id = $1", [
      booked.meetingId,
    ]);
    const [{ id: clerkId }] = await query("select id from clerk where email = $1", [colleague.email]);
    const stream = await openConsole();
    await until("the console is noted", async () => (await query("select from open_console")).length > 0);
    const { id } = await post(`/api/meetings/${booked.meetingId}/handovers`, an, { clerkId, note: "" });
    stream.close();
    return { id, room, anId, tokenPath: `/api/meetings/${booked.meetingId}/call-token` };
  };
  const openConsole = () => openEventStream(`http://127.0.0.1:${ports.http}/api/queue/events`, karim);
  const sayYes = (id: string) => post(`/api/handovers/${id}/answer`, karim, { accepts: true });

  const begunTestCall = async (): Promise<string> => {
    const [interpreterId] = await enrol(app, [{ name: "Ayşe Demir", address }]);
    const requestId = randomUUID();
    await post(`/api/interpreters/${interpreterId}/test-calls`, an, { requestId });
    return requestId;
  };
  const callOf = async (id: string) => (await query("select * from interpreter_call where id = $1", [id]))[0];
  const commandsOf = (name: string) => prosody.commands.filter(({ command }) => command === name);

  it("a hand-over goes on, asked or answered and not yet ordered, and a test call, not yet dialled or ringing", async () => {
    await startApp();
    const handover = await asked();
    const call = await begunTestCall();
    await kill();
    expect(await callOf(call)).to.include({ state: "dialling", is_ringing: false });

    startWorker();
    await startApp();
    const stream = await openConsole();
    await stream.seen("the question", ({ asked: some }) =>
      some?.some(({ id, state }: any) => id === handover.id && state === "asked"),
    );
    stream.close();
    await until("it rings", async () => (await callOf(call)).is_ringing, patienceMs);
    prosody.isAway(true);
    expect((await sayYes(handover.id)).state).to.equal("taken");
    await kill();
    const owed = "select user_id from room_order where room = $1 and done_at is null";
    expect(await query(owed, [handover.room])).to.deep.equal([{ user_id: handover.anId }]);
    prosody.isAway(false);
    const { room } = await callOf(call);
    prosody.answer(room, call);
    expect(await callOf(call)).to.include({ state: "dialling" });

    startWorker();
    await startApp();
    expect(await post(handover.tokenPath, karim)).to.include({ userId: handover.id });
    await until("it is ordered", async () => (await query(owed, [handover.room])).length === 0, patienceMs);
    expect(commandsOf("remove").map(({ body }) => body)).to.deep.equal([{ room: handover.room, user: handover.anId }]);
    await until("the test call is over", async () => (await callOf(call)).state === "ended", patienceMs);
    await until("its telephone is hung up", () => prosody.legs(room).length === 0);
    expect((await callOf(call)).connected_at).to.not.equal(null);
    expect(commandsOf("dial").map(({ body }) => body.call)).to.deep.equal([call]);
  });
});
