/// <reference lib="dom" />
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { request } from "node:http";
import { join } from "node:path";
import pg from "pg";
import type { Page } from "playwright-core";
import { startThrowAwayStack } from "../../appliance/embedded/throw-away-stack.ts";
import { newPerson, startBrowser } from "../../frontend/e2e/support/browser.js";
import { signIn } from "../../frontend/e2e/support/counter.js";
import { clientAddressOf, queryStack } from "../drill/stack.js";
import { type CookieJar, callServer } from "../test/app.js";
import { bookingOf, newTab, quarterAfter } from "../test/factories.js";
import { until } from "../test/until.js";
import { median, percentile, report } from "./figures.js";

/** From the commit of an arrival to its news in every console: 300 clients that speak the page's event stream, and real browsers. PostgreSQL itself tells when it committed
    (track_commit_timestamp), by the clock of this machine, which clients and browsers read too (Date.now(): performance.timeOrigin drifts from it). Beside it, in turns: a bare server that fans a bare notification out to 300. */
const clientCount = Number(process.env["CLIENTS"] ?? 300);
const browserCount = 3;
const arrivalCount = Number(process.env["ARRIVALS"] ?? 60);

const stack = await startThrowAwayStack({ postgresSettings: ["track_commit_timestamp=on"] });
const port = Number(new URL(stack.backendUrls[0]!).port);
const database = new pg.Client({ connectionString: stack.databaseUrl });
await database.connect();
const browser = await startBrowser();
let bare: ChildProcess | undefined;

try {
  await queryStack(stack, "update counter set capacity = 100");
  await queryStack(stack, "create table bare_arrival (number int)");
  bare = spawn(process.execPath, ["--import", "tsx", join(import.meta.dirname, "bare-fan-out.ts")], {
    env: { ...process.env, DATABASE_URL: stack.databaseUrl },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = await once(bare.stdout!, "data");
  // The whole day is booked before: every console shows all of it all the time.
  const bookings = [];
  for (let number = 0; number < arrivalCount; number += 1) bookings.push(await book(nameOf(number), number));
  const clerk: CookieJar = new Map();
  await callServer(port, "POST", "/api/clerk-session", { body: stack.clerk, jar: clerk });

  let mark = "";
  const heard = new Map<number, number>();
  const shows = (event: string) => {
    const at = event.indexOf(mark);
    return at >= 0 && event.slice(at, at + 160).includes('"status":"waiting"');
  };
  await openStreams(port, "/api/queue/events", (event, client) => shows(event) && note(heard, client), clerk);
  const bareHeard = new Map<number, number>();
  await openStreams(
    Number(String(line)),
    "/",
    (event, client) => event.endsWith(` ${mark}`) && note(bareHeard, client),
  );
  const pages = await Promise.all(Array.from({ length: browserCount }, openConsole));

  const ours: number[] = [];
  const inBrowsers: number[] = [];
  const theirs: number[] = [];
  for (let number = 0; number < arrivalCount; number += 1) {
    const name = nameOf(number);
    const { token, meetingId } = bookings[number]!;
    mark = `"meetingId":"${meetingId}"`;
    heard.clear();
    const committedAt = await arrive(token, number);
    await until(`every client shows ${name}`, () => heard.size >= clientCount);
    ours.push(...[...heard.values()].map((at) => at - committedAt));
    for (const page of pages) inBrowsers.push((await shownAt(page, name)) - committedAt);

    mark = String(number);
    bareHeard.clear();
    const notedAt = await notify(number);
    await until("every client hears of it", () => bareHeard.size >= clientCount);
    theirs.push(...[...bareHeard.values()].map((at) => at - notedAt));
  }

  const baseline = (figure: number) => ({ of: "bare fan-out", figure });
  const all = [...ours, ...inBrowsers];
  const name = "arrival committed to shown";
  const line95 = {
    name: `${name}, p95 of ${clientCount} clients and ${browserCount} browsers`,
    ours: percentile(all, 0.95),
  };
  report({ ...line95, unit: "ms", baseline: baseline(percentile(theirs, 0.95)), budget: { of: "ours", atMost: 100 } });
  const inChromium = { name: `${name}, p95 in Chromium's DOM alone`, ours: percentile(inBrowsers, 0.95) };
  report({
    ...inChromium,
    unit: "ms",
    baseline: baseline(percentile(theirs, 0.95)),
    budget: { of: "ours", atMost: 100 },
  });
  report({ name: `${name}, median`, unit: "ms", ours: median(all), baseline: baseline(median(theirs)) });
} finally {
  bare?.kill();
  await browser.close();
  await database.end();
  await stack.stop();
}

function nameOf(number: number): string {
  return `Bezoeker ${String(number).padStart(3, "0")}`;
}

function note(heard: Map<number, number>, client: number) {
  if (!heard.has(client)) heard.set(client, Date.now());
}

/** Each on a connection of its own; resolves when all of them are open. */
async function openStreams(
  to: number,
  path: string,
  hear: (event: string, client: number) => void,
  jar?: CookieJar,
): Promise<void> {
  const cookie = [...(jar ?? [])].map(([name, value]) => `${name}=${value}`).join("; ");
  const open = (client: number) =>
    new Promise<void>((resolve, reject) => {
      const sent = request(
        { host: "127.0.0.1", port: to, path, agent: false, headers: { Cookie: cookie } },
        (answer) => {
          if (answer.statusCode !== 200) return reject(new Error(`event stream answered ${answer.statusCode}`));
          const parts: string[] = [];
          answer.setEncoding("utf8");
          answer.on("error", () => undefined);
          answer.on("data", (part: string) => {
            parts.push(part);
            if (!part.endsWith("\n\n")) return;
            for (const event of parts.splice(0).join("").split("\n\n")) hear(event, client);
          });
          return resolve();
        },
      );
      sent.on("error", reject);
      sent.end();
    });
  await Promise.all(Array.from({ length: clientCount }, (_, client) => open(client)));
}

/** A signed-in clerk's page that notes when a name first stands among those who wait. */
async function openConsole(): Promise<Page> {
  const { page } = await newPerson(browser);
  await signIn(page, stack);
  await page.evaluate(() => {
    const shown = new Map<string, number>();
    Object.assign(window, { shown });
    new MutationObserver(() => {
      for (const card of document.querySelectorAll(".console-card--waiting strong"))
        if (!shown.has(card.textContent)) shown.set(card.textContent, Date.now());
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  return page;
}

async function shownAt(page: Page, name: string): Promise<number> {
  const shown = (who: string) => (window as unknown as { shown: Map<string, number> }).shown.get(who);
  const handle = await page.waitForFunction(shown, name, { polling: 20, timeout: 10_000 });
  return (await handle.jsonValue())!;
}

async function book(name: string, number: number): Promise<{ token: string; meetingId: string }> {
  const [service] = await queryStack<{ id: string }>(
    stack,
    "select id from service where duration_minutes = 15 limit 1",
  );
  const booking = bookingOf(service!.id, quarterAfter(new Date(), 0), {
    citizen: { name, email: "bezoeker@example.org", phone: null },
  });
  const answer = await callServer(port, "POST", "/api/appointments", { body: booking, from: clientAddressOf(number) });
  if (answer.status !== 201) throw new Error(`not booked: ${answer.status} ${answer.text}`);
  return { token: answer.json.link.split("/a/")[1], meetingId: answer.json.appointment.meeting.id };
}

/** @returns when PostgreSQL committed it, in milliseconds. */
async function arrive(bearer: string, number: number): Promise<number> {
  const body = { tabId: newTab() };
  const answer = await callServer(port, "POST", "/api/appointment/arrival", {
    body,
    bearer,
    from: clientAddressOf(number),
  });
  if (answer.status !== 200) throw new Error(`not arrived: ${answer.status} ${answer.text}`);
  return committedAt("select xmin from arrival where id = $1", answer.json.id);
}

async function notify(number: number): Promise<number> {
  await database.query(
    "with made as (insert into bare_arrival values ($1) returning number) select pg_notify('bare', number::text) from made",
    [number],
  );
  return committedAt("select xmin from bare_arrival where number = $1", number);
}

async function committedAt(which: string, key: unknown): Promise<number> {
  const { rows } = await database.query(
    `select extract(epoch from pg_xact_commit_timestamp(xmin)) * 1000 as at from (${which}) row`,
    [key],
  );
  return Number(rows[0].at);
}
