import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SignJWT } from "jose";
import type { Browser, Page } from "playwright-core";
import { freePort } from "../../appliance/embedded/ports.ts";
import { JITSI_APP_ID, JITSI_DOMAIN, JITSI_MUC_DOMAIN, startProsody } from "../../appliance/embedded/prosody.ts";
import { ROOT } from "../../appliance/embedded/scene.ts";
import type { Stack } from "../../appliance/embedded/stack.ts";
import { median, report } from "../../backend/bench/figures.ts";
import { queryStack } from "../../backend/drill/stack.ts";
import { until } from "../../backend/test/until.ts";
import { newPerson, startBrowser } from "../e2e/support/browser.ts";
import { admit, arrive, book, signIn } from "../e2e/support/counter.ts";
import { startOwnStack } from "../e2e/support/stack.ts";

/** From the clerk's click on "admit" to the first frame of the other person, for each side: the first requestVideoFrameCallback of a remote <video>, so a frame that was
    decoded and handed to the screen. Clocks: Date.now() in both pages and here, this machine's clock (performance.timeOrigin drifts from it).

    The bare page does nothing but call the library, from the same file, on a Prosody of its own with our configuration (ours would be told by our backend to put strangers
    out). Library loaded, camera and microphone ready, token in hand, and both join at the same instant: all that our pages do between the click and that
    (admission, its news, two token requests, the clerk's camera) counts against us. */
const rounds = Number(process.env["ROUNDS"] ?? 9);
const secret = "a bench's own secret, long enough for HS256";

type Noted = { clickedAt: number; frameAt: number };
type Times = { citizen: number; clerk: number };

const watchFirstFrame = (): void => {
  const noted: Noted = { clickedAt: 0, frameAt: 0 };
  const seen = new WeakSet<HTMLVideoElement>();
  addEventListener("click", () => Object.assign(noted, { clickedAt: Date.now() }), true);
  const look = () => {
    for (const video of document.querySelectorAll<HTMLVideoElement>("li video")) {
      if (seen.has(video)) continue;
      seen.add(video);
      video.requestVideoFrameCallback(() => Object.assign(noted, { frameAt: noted.frameAt || Date.now() }));
    }
  };
  new MutationObserver(look).observe(document.body, { subtree: true, childList: true });
  Object.assign(window, { noted });
};

const firstFrames = async (citizen: Page, clerk: Page, startedAt: (clerk: Noted) => number): Promise<Times> => {
  const noted = (page: Page) => page.evaluate(() => (window as unknown as { noted: Noted }).noted);
  await until("both see the other", async () => (await noted(citizen)).frameAt > 0 && (await noted(clerk)).frameAt > 0);
  const [theirs, own] = [await noted(citizen), await noted(clerk)];
  return { citizen: theirs.frameAt - startedAt(own), clerk: own.frameAt - startedAt(own) };
};

const ours = async (browser: Browser, stack: Stack, round: number): Promise<Times> => {
  const [citizen, clerk] = [await newPerson(browser), await newPerson(browser)];
  const name = `Bezoeker ${round}`;
  await arrive(citizen.page, await book(citizen.page, stack, { name, email: `round-${round}@example.org` }, ""));
  await signIn(clerk.page, stack);
  await clerk.page.getByRole("button", { name: `Laat ${name} binnen` }).waitFor();
  for (const { page } of [citizen, clerk]) await page.evaluate(watchFirstFrame);
  await settle([citizen.page, clerk.page]);
  await admit(clerk.page, name);
  const times = await firstFrames(citizen.page, clerk.page, ({ clickedAt }) => clickedAt);
  await Promise.all([citizen.context.close(), clerk.context.close()]);
  return times;
};

const bare = async (browser: Browser, address: string, round: number, prosodyPort: number): Promise<Times> => {
  const people = [await newPerson(browser), await newPerson(browser)] as const;
  for (const [index, { page }] of people.entries()) {
    await page.goto(address);
    await page.evaluate(prepareBare, await bareCall(`bare${round}`, index === 1, prosodyPort));
    await page.evaluate(watchFirstFrame);
  }
  const [citizen, clerk] = people;
  await settle([citizen.page, clerk.page]);
  const startAt = Date.now() + 300;
  for (const { page } of people)
    await page.evaluate((at) => void setTimeout((window as unknown as Bare).join, at - Date.now()), startAt);
  const times = await firstFrames(citizen.page, clerk.page, () => startAt);
  await Promise.all(people.map(({ context }) => context.close()));
  return times;
};

/** Pages of either side have nothing left to load or draw when the clock starts. */
const settle = async (pages: readonly Page[]): Promise<void> => {
  for (const page of pages) await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
  await new Promise((resolve) => setTimeout(resolve, 1000));
};

type Bare = { join(): void };
type BareCall = { token: string; room: string; domain: string; muc: string; serviceUrl: string };

const bareCall = async (room: string, moderator: boolean, port: number): Promise<BareCall> => {
  const user = { id: moderator ? "clerk" : "citizen", name: "Bare", ...(moderator ? { moderator } : {}) };
  const token = await new SignJWT({ room, context: { user, features: {} } })
    .setProtectedHeader({ alg: "HS256", typ: "JWT" })
    .setIssuer(JITSI_APP_ID)
    .setAudience("jitsi")
    .setSubject(JITSI_DOMAIN)
    .setExpirationTime("3 minutes")
    .sign(new TextEncoder().encode(secret));
  const serviceUrl = `ws://localhost:${port}/xmpp-websocket?room=${room}`;
  return { token, room, domain: JITSI_DOMAIN, muc: JITSI_MUC_DOMAIN, serviceUrl };
};

const prepareBare = async (call: BareCall): Promise<void> => {
  // biome-ignore lint/suspicious/noExplicitAny: the bare library, as a page without our types uses it
  const library = (window as any).JitsiMeetJS;
  library.setLogLevel("error");
  library.init({ disableThirdPartyRequests: true, enableAnalyticsLogging: false, disableAudioLevels: true });
  const tracks = await library.createLocalTracks({ devices: ["audio", "video"], resolution: 720 });
  const p2p = { enabled: true, stunServers: [] };
  const join = () => {
    const hosts = { domain: call.domain, muc: call.muc };
    const options = { hosts, serviceUrl: call.serviceUrl, p2p, enableWebsocketResume: true, websocketKeepAlive: -1 };
    const connection = new library.JitsiConnection(null, call.token, options);
    connection.addEventListener(library.events.connection.CONNECTION_ESTABLISHED, () => {
      const conference = connection.initJitsiConference(call.room, {
        disableFocus: true,
        openBridgeChannel: false,
        p2p,
      });
      for (const track of tracks) void conference.addTrack(track);
      // biome-ignore lint/suspicious/noExplicitAny: the same
      conference.on(library.events.conference.TRACK_ADDED, (track: any) => {
        if (track.isLocal() || track.getType() !== "video") return;
        const video = document.createElement("video");
        Object.assign(video, { autoplay: true, muted: true, playsInline: true });
        document.querySelector("li")?.append(video);
        track.attach(video);
      });
      conference.join();
    });
    connection.connect();
  };
  Object.assign(window, { join });
};

/** The bare page and the library, and the word that Prosody waits for after its start: nobody is refused. */
const serveBare = async (): Promise<{ server: Server; port: number }> => {
  const library = readFileSync(join(ROOT, "frontend/dist/libs/lib-jitsi-meet.min.js"));
  const page = `<!doctype html><body><ul><li></li></ul><script src="/libs/lib-jitsi-meet.min.js"></script></body>`;
  const server = createServer((request, response) => {
    const [type, body] =
      request.method === "POST"
        ? ["application/json", JSON.stringify({ refused: [], ended: [] })]
        : request.url?.startsWith("/libs/")
          ? ["text/javascript", library]
          : ["text/html", page];
    response.writeHead(200, { "Content-Type": type }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { server, port: (server.address() as AddressInfo).port };
};

const [stack, browser, { server, port }] = [await startOwnStack(), await startBrowser(), await serveBare()];
const home = mkdtempSync(join(tmpdir(), "balie-bare-"));
const prosodyPort = await freePort();
const prosody = await startProsody({
  root: ROOT,
  home,
  port: prosodyPort,
  publicUrl: `http://localhost:${port}`,
  jitsiAppSecret: secret,
  counterControlSecret: secret,
  webhook: `http://127.0.0.1:${port}/events`,
});
try {
  // A seat for every round in the quarter whose waiting room is open already.
  await queryStack(stack, "update counter set capacity = 100");
  const all: { ours: Times; bare: Times }[] = [];
  // The first of each warms caches and is not counted.
  for (let round = 0; round <= rounds; round++) {
    const pair = {
      bare: await bare(browser, `http://localhost:${port}/`, round, prosodyPort),
      ours: await ours(browser, stack, round),
    };
    if (process.env["VERBOSE"]) console.log(round, JSON.stringify(pair));
    if (round > 0) all.push(pair);
  }
  const line = (who: string, of: (times: Times) => number, atMost?: number) =>
    report({
      name: `click on admit to the first remote frame, ${who}`,
      unit: "ms",
      ours: median(all.map((pair) => of(pair.ours))),
      baseline: { of: "bare library", figure: median(all.map((pair) => of(pair.bare))) },
      ...(atMost ? { budget: { of: "ratio", atMost } } : {}),
    });
  line("both sides", ({ citizen, clerk }) => Math.max(citizen, clerk), 1.2);
  line("the citizen's", ({ citizen }) => citizen);
  line("the clerk's", ({ clerk }) => clerk);
} finally {
  await browser.close();
  await prosody.stop();
  server.close();
  rmSync(home, { recursive: true, force: true });
  await stack.stop();
}
