// From the clerk's click on "admit" to the first frame of the other on both sides, against a page that does nothing but call the library.
// Run: node --import tsx --conditions=source frontend/e2e/first-frame.bench.ts (ROUNDS=8)
import type { ArrivalView, CallTokenView } from "@balie/contract/meetings";
import type { Browser, Cookie, Page } from "playwright-core";
import type { Stack } from "../../appliance/embedded/stack.ts";
import { newPerson, type Person, startBrowser } from "./support/browser.ts";
import { admit, arrive, book, openConsole } from "./support/counter.ts";
import { ask as askDatabase } from "./support/database.ts";
import { startOwnStack } from "./support/stack.ts";
import { until } from "./support/until.ts";

const rounds = Number(process.env["ROUNDS"] ?? 8);
const session: Cookie[] = [];

/** Notes when the first remote frame is shown, and when a button was last clicked. */
const watchFirstFrame = (): void => {
  const noted = { clickedAt: 0, frameAt: 0 };
  Object.defineProperty(window, "noted", { value: noted });
  addEventListener("click", () => Object.assign(noted, { clickedAt: Date.now() }), true);
  const look = () => {
    const video = document.querySelector<HTMLVideoElement>("li video");
    if (!video) return void requestAnimationFrame(look);
    video.requestVideoFrameCallback(() => Object.assign(noted, { frameAt: noted.frameAt || Date.now() }));
  };
  look();
};
const noted = (page: Page) =>
  page.evaluate(() => (window as unknown as { noted: { clickedAt: number; frameAt: number } }).noted);

const laterFrame = async (pages: readonly Page[]): Promise<number> => {
  await until("both see the other", async () => {
    const all = await Promise.all(pages.map(noted));
    return all.every(({ frameAt }) => frameAt > 0);
  });
  return Math.max(...(await Promise.all(pages.map(noted))).map(({ frameAt }) => frameAt));
};

const ours = async (browser: Browser, stack: Stack, round: number): Promise<number> => {
  const [citizen, clerk] = await Promise.all([newPerson(browser), newPerson(browser)]);
  const name = `Round ${round}`;
  await arrive(citizen.page, await book(citizen.page, stack, { name, email: `round-${round}@example.org` }, ""));
  await openConsole(clerk, stack, session);
  await clerk.page.getByRole("button", { name: `Laat ${name} binnen` }).waitFor();
  await citizen.page.evaluate(watchFirstFrame);
  await clerk.page.evaluate(watchFirstFrame);
  await admit(clerk.page, name);
  const frameAt = await laterFrame([citizen.page, clerk.page]);
  const { clickedAt } = await noted(clerk.page);
  await Promise.all([citizen.context.close(), clerk.context.close()]);
  return frameAt - clickedAt;
};

/** Admitted beforehand: tokens there, library loaded, the citizen's camera open; both join at the same moment, the clerk opening the camera
    as in ours, where it is off until the click. */
const bare = async (browser: Browser, stack: Stack, round: number): Promise<number> => {
  const people = await Promise.all([newPerson(browser), newPerson(browser)]);
  const pages = people.map(({ page }) => page);
  const [citizen, clerk] = pages as [Page, Page];
  const link = await book(citizen, stack, { name: `Bare ${round}`, email: `bare-${round}@example.org` }, "");
  await openConsole(people[1] as Person, stack, session);
  const linkToken = link.split("/").at(-1) ?? "";
  const tabId = "0123456789abcdef";
  const arrival = await ask<ArrivalView>(citizen, "/api/appointment/arrival", { tabId }, linkToken);
  await ask(clerk, `/api/meetings/${arrival.meetingId}/admission`, { arrivalId: arrival.id });
  const tokens = [
    await ask<CallTokenView>(citizen, `/api/arrivals/${arrival.id}/call-token`, { tabId }),
    await ask<CallTokenView>(clerk, `/api/meetings/${arrival.meetingId}/call-token`, {}),
  ];
  for (const [index, page] of pages.entries()) {
    // A page of our site, with our policy but without our code.
    await page.route("**/assets/*.js", (route) => route.abort());
    await page.goto(`${stack.publicUrl}/console`);
    await page.evaluate(() => {
      document.body.innerHTML = "<ul><li></li></ul>";
    });
    await page.addScriptTag({ url: "/libs/lib-jitsi-meet.min.js" });
    await page.evaluate(prepareBare, [tokens[index] as CallTokenView, index === 0] as const);
    await page.evaluate(watchFirstFrame);
  }
  const startedAt = Date.now();
  await Promise.all(pages.map((page) => page.evaluate(() => (window as unknown as { start(): void }).start())));
  const frameAt = await laterFrame(pages);
  await ask(clerk, `/api/meetings/${arrival.meetingId}/end`, {});
  await Promise.all(people.map(({ context }) => context.close()));
  return frameAt - startedAt;
};

const ask = <Answer>(page: Page, path: string, body: object, token?: string): Promise<Answer> =>
  page.evaluate(
    async ([address, content, bearer]) => {
      const headers: Record<string, string> = { "content-type": "application/json" };
      if (bearer) headers["authorization"] = `Bearer ${bearer}`;
      const response = await fetch(address, { method: "POST", headers, body: content });
      if (!response.ok) throw new Error(`${address}: ${await response.text()}`);
      return response.json();
    },
    [path, JSON.stringify(body), token ?? ""] as const,
  );

const prepareBare = async ([call, isReady]: readonly [CallTokenView, boolean]): Promise<void> => {
  const library = (window as any).JitsiMeetJS;
  library.setLogLevel("error");
  library.init({ disableThirdPartyRequests: true, enableAnalyticsLogging: false, disableAudioLevels: true });
  const openCamera = () => library.createLocalTracks({ devices: ["audio", "video"], resolution: 720 });
  const opened = isReady ? await openCamera() : null;
  const p2p = { enabled: true, stunServers: [] };
  Object.assign(window, {
    start: () => {
      const opening = opened ?? openCamera();
      const hosts = { domain: call.domain, muc: call.mucDomain };
      const serviceUrl = `${call.serviceUrl}?room=${call.room}`;
      const connection = new library.JitsiConnection(null, call.token, {
        hosts,
        serviceUrl,
        p2p,
        websocketKeepAlive: -1,
      });
      const { connection: on, conference: events } = library.events;
      connection.addEventListener(on.CONNECTION_ESTABLISHED, async () => {
        const conference = connection.initJitsiConference(call.room, {
          disableFocus: true,
          openBridgeChannel: false,
          p2p,
        });
        for (const track of await opening) conference.addTrack(track);
        conference.on(events.TRACK_ADDED, (track: any) => {
          if (track.isLocal() || track.getType() !== "video") return;
          const video = document.createElement("video");
          Object.assign(video, { autoplay: true, muted: true, playsInline: true });
          document.querySelector("li")?.append(video);
          track.attach(video);
        });
        conference.join();
      });
      connection.connect();
    },
  });
};

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const [stack, browser] = await Promise.all([startOwnStack(), startBrowser()]);
await askDatabase(stack, "update counter set capacity = 40");
try {
  const figures = { bare: [] as number[], ours: [] as number[] };
  for (let round = 1; round <= rounds; round++) {
    figures.bare.push(await bare(browser, stack, round));
    figures.ours.push(await ours(browser, stack, round));
  }
  const ratio = (median(figures.ours) / median(figures.bare)).toFixed(2);
  console.log(`click on admit to first remote frame on both sides, ms, ${rounds} rounds in turns`);
  console.log(`  bare library: median ${median(figures.bare)} (${figures.bare.join(" ")})`);
  console.log(`  Balie:        median ${median(figures.ours)} (${figures.ours.join(" ")}), ${ratio} times; budget 1.2`);
} finally {
  await browser.close();
  await stack.stop();
}
