import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SignJWT } from "jose";
import type { Page } from "playwright-core";
import { freePort } from "../../appliance/embedded/ports.ts";
import { JITSI_APP_ID, JITSI_DOMAIN, JITSI_MUC_DOMAIN, startProsody } from "../../appliance/embedded/prosody.ts";
import { ROOT } from "../../appliance/embedded/scene.ts";

/** The baseline of what a call costs: a page that does nothing but call the library and play the picture and sound that come, from the same file,
    on a Prosody of its own with our configuration (ours would be told by our backend to put strangers out). Library loaded, camera and microphone
    ready, token in hand. */
export interface BareCalls {
  /** Loads the page, ready to join; `join` does. */
  readonly prepare: (page: Page, room: string, isModerator: boolean) => Promise<void>;
  readonly stop: () => Promise<void>;
}

const secret = "a bench's own secret, long enough for HS256";

export const startBareCalls = async (): Promise<BareCalls> => {
  const { server, port } = await serveBare();
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
  return {
    prepare: async (page, room, isModerator) => {
      await page.goto(`http://localhost:${port}/`);
      await page.evaluate(prepareBare, await bareCall(room, isModerator, prosodyPort));
    },
    stop: async () => {
      await prosody.stop();
      server.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
};

/** Joins at that instant, a time of this machine's clock (ms). */
export const joinAt = (page: Page, at: number): Promise<void> =>
  page.evaluate((time) => void setTimeout((window as unknown as Bare).join, time - Date.now()), at);

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
        if (track.isLocal()) return;
        const isVideo = track.getType() === "video";
        const element = document.createElement(isVideo ? "video" : "audio");
        Object.assign(element, { autoplay: true, muted: isVideo, playsInline: true });
        document.querySelector("li")?.append(element);
        track.attach(element);
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
