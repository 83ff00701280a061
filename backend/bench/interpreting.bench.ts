import { randomUUID } from "node:crypto";
import type { InterpreterRequestView, InterpretingView } from "@balie/contract/interpreters";
import pg from "pg";
import { startThrowAwayStack } from "../../appliance/embedded/throw-away-stack.js";
import { type Gateway, startGateway } from "../../appliance/lab/stand-ins/gateway.js";
import { XmppClient } from "../../jitsi-config/test/support/xmpp-client.js";
import { clientAddressOf, queryStack } from "../drill/stack.js";
import { type CookieJar, callServer } from "../test/app.js";
import { openEventStream } from "../test/event-stream.js";
import { bookingOf, newTab, quarterAfter } from "../test/factories.js";
import { until } from "../test/until.js";
import { median, percentile, report } from "./figures.js";

/** An interpreter by phone, on a real Prosody with a stand-in for the gateway: from the clerk's request to the first dial, and from what Prosody tells of a leg (answered, left; by its own clock, which is this machine's)
    to the console's event stream. Beside it, in turns: a bare notification from one connection of the database to another. */
const roundCount = Number(process.env["ROUNDS"] ?? 40);
const gatewayPassword = "a-password-of-the-gateway-of-a-bench";

const stack = await startThrowAwayStack({
  env: { all: { SIP_URI: "balie@sip.example.org" }, backend: {}, prosody: { PHONE_GATEWAY_PASSWORD: gatewayPassword } },
});
const port = Number(new URL(stack.backendUrls[0]!).port);
const prosodyPort = Number(new URL(stack.prosodyUrl).port);
const teller = new pg.Client({ connectionString: stack.databaseUrl });
const listener = new pg.Client({ connectionString: stack.databaseUrl });
await Promise.all([teller.connect(), listener.connect()]);
const people: XmppClient[] = [];
let gateway: Gateway | undefined;

try {
  let dialledAt = 0;
  gateway = await startGateway({
    port: prosodyPort,
    password: gatewayPassword,
    onHappened: ({ is }) => {
      if (is === "dialled") dialledAt = Date.now();
    },
  });
  // Its number ends in 0: answered at once.
  await queryStack(
    stack,
    "insert into interpreter (name, languages, address, created_at) values ('Ayşe', '{tr}', '+32470000000', now())",
  );
  const clerk: CookieJar = new Map();
  await call("POST", "/api/clerk-session", { body: stack.clerk, jar: clerk });
  const meetingId = await beginMeeting(clerk);
  const heard = await followConsole(clerk);

  const dials: number[] = [];
  const statuses: number[] = [];
  const bare: number[] = [];
  for (let number = 0; number < roundCount; number += 1) {
    const askedAt = Date.now();
    const asked = { requestId: randomUUID(), language: "tr", callAgain: null };
    const from = clientAddressOf(number);
    const { id } = await call("POST", `/api/meetings/${meetingId}/interpreters`, { body: asked, jar: clerk, from });
    const connected = await until("the console shows the answer", () => heard(id, "connected"));
    dials.push(dialledAt - askedAt);
    statuses.push(connected.at - Date.parse(connected.request.connectedAt!));
    for (const leg of gateway.legs) await leg.hangUp();
    const ended = await until("the console shows the end", () => heard(id, "ended"));
    statuses.push(ended.at - Date.parse(ended.request.endedAt!));
    bare.push(await notify(number));
  }

  const baseline = (figure: number) => ({ of: "bare notification", figure });
  const of = [
    { name: "interpreter asked to first dial", figures: dials, atMost: 1_000 },
    { name: "Prosody's event of a leg to the console's stream", figures: statuses, atMost: 200 },
  ];
  for (const { name, figures, atMost } of of) {
    report({ name: `${name}, median`, unit: "ms", ours: median(figures), baseline: baseline(median(bare)) });
    const budget = { of: "ours" as const, atMost };
    const p95 = { ours: percentile(figures, 0.95), baseline: baseline(percentile(bare, 0.95)) };
    report({ name: `${name}, p95 of ${figures.length}`, unit: "ms", ...p95, budget });
  }
} finally {
  await gateway?.stop();
  await Promise.all(people.map((person) => person.vanish()));
  await Promise.all([teller.end(), listener.end()]);
  await stack.stop();
}
// The event stream is still open.
process.exit();

async function call(method: string, path: string, options: Parameters<typeof callServer>[3]) {
  const answer = await callServer(port, method, path, options);
  if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
  return answer.json;
}

/** Citizen and clerk are in the room, as Prosody sees them. */
async function beginMeeting(clerk: CookieJar): Promise<string> {
  const [service] = await queryStack<{ id: string }>(
    stack,
    "select id from service where duration_minutes = 15 limit 1",
  );
  const citizen = { name: "Saida", email: "saida@example.org", phone: null };
  const booking = bookingOf(service!.id, quarterAfter(new Date(), 0), { citizen });
  const { link, appointment } = await call("POST", "/api/appointments", { body: booking });
  const meetingId: string = appointment.meeting.id;
  const jar: CookieJar = new Map();
  const tab = { tabId: newTab() };
  const arriving = { body: tab, bearer: link.split("/a/")[1], jar };
  const { id: arrivalId } = await call("POST", "/api/appointment/arrival", arriving);
  const admitted = await call("POST", `/api/meetings/${meetingId}/admission`, { body: { arrivalId }, jar: clerk });
  const own = await call("POST", `/api/arrivals/${arrivalId}/call-token`, { body: tab, jar });
  for (const { token, room } of [admitted.callToken, own]) {
    const person = await XmppClient.connect({ port: prosodyPort, token, origin: stack.publicUrl });
    people.push(person);
    // Prosody lets nobody in until the backend has told it who is refused.
    await until("the room is open", () =>
      person.join(room, newTab().slice(0, 8)).catch((fault) => {
        if (fault.condition !== "service-unavailable") throw fault;
      }),
    );
  }
  return meetingId;
}

/** Reads the console's stream. Answers when it first told of a request in a state. */
async function followConsole(jar: CookieJar) {
  const { events } = await openEventStream(`http://127.0.0.1:${port}/api/queue/events`, jar);
  return (id: string, state: InterpreterRequestView["state"]) => {
    for (const { at, event, view } of events) {
      if (event !== "interpreting") continue;
      const request = (view as InterpretingView).requests.find((one) => one.id === id && one.state === state);
      if (request) return { at, request };
    }
    return undefined;
  };
}

/** @returns for how long one connection waited for what another told. */
async function notify(number: number): Promise<number> {
  await listener.query("listen bare");
  const arrived = new Promise<number>((resolve) => listener.once("notification", () => resolve(performance.now())));
  const told = performance.now();
  await teller.query("select pg_notify('bare', $1)", [String(number)]);
  return (await arrived) - told;
}
