import type { Browser, BrowserContext, Page } from "playwright-core";
import { bookByRequest } from "./api.ts";
import type { Person } from "./browser.ts";
import { admit } from "./counter.ts";
import { rememberDevices, type Stage } from "./stage.ts";

/** In the waiting room, with something prepared that fails on the citizen's side; `enter` lets them in. */
export const meetFailing = async (stage: Stage, name: string, prepare: (citizen: Person) => Promise<unknown>) => {
  const [clerk, citizen] = await Promise.all([stage.enterClerk(), stage.enter()]);
  const link = await bookByRequest(stage.stack, { name });
  await rememberDevices(citizen);
  await citizen.page.goto(link);
  await prepare(citizen);
  await citizen.page.reload();
  await citizen.page.getByRole("button", { name: "Naar de wachtkamer" }).click();
  await citizen.page.getByRole("heading", { name: "Wachtkamer" }).waitFor();
  return { citizen, clerk, enter: () => admit(clerk.page, name) };
};

/** What the browser itself remembers of this page and such a device: it then refuses, or gives, without a question. */
export const setPermission = async (
  browser: Browser,
  page: Page,
  name: "camera" | "microphone",
  setting: "granted" | "denied",
): Promise<void> => {
  // Neither is detached: with its session goes what it set.
  const target = await (await page.context().newCDPSession(page)).send("Target.getTargetInfo");
  const inspector = await browser.newBrowserCDPSession();
  await inspector.send("Browser.setPermission", {
    permission: { name },
    setting,
    origin: new URL(page.url()).origin,
    browserContextId: target.targetInfo.browserContextId!,
  });
};

interface Failing {
  failing: Partial<Record<"audio" | "video", { name: string; message: string }>>;
}
declare const window: Window & typeof globalThis & Failing;

/** For what no fake device can do: openings of this kind fail from here on as a browser says it; null: no more. Put into a page before it begins, or into one that runs. */
export const failOpenings = ({
  kind,
  name,
  message,
}: {
  kind: "audio" | "video";
  name: string | null;
  message?: string;
}) => {
  const devices = navigator.mediaDevices;
  if (!window.failing) {
    window.failing = {};
    const { getUserMedia } = MediaDevices.prototype;
    devices.getUserMedia = async (wanted) => {
      for (const each of ["audio", "video"] as const) {
        const fault = wanted?.[each] ? window.failing[each] : undefined;
        if (fault) throw new DOMException(fault.message, fault.name);
      }
      return getUserMedia.call(devices, wanted);
    };
  }
  if (name) window.failing[kind] = { name, message: message ?? "" };
  else delete window.failing[kind];
};

export const failFrom = (context: BrowserContext, fault: Parameters<typeof failOpenings>[0]) =>
  context.addInitScript(failOpenings, fault);

interface Recorded {
  readonly recordedConnections: RTCPeerConnection[];
}

/** What this page sends of that kind ends as when its device is taken away: by the browser, without being asked. */
export const endSending = (kind: "audio" | "video"): void => {
  for (const connection of (window as unknown as Recorded).recordedConnections)
    for (const { track } of connection.connectionState === "closed" ? [] : connection.getSenders())
      if (track?.kind === kind) {
        track.stop();
        track.dispatchEvent(new Event("ended"));
      }
};

export const sentTrack = (page: Page, kind: "audio" | "video"): Promise<{ id: string; readyState: string }> =>
  page.evaluate((wanted) => {
    const track = (window as unknown as Recorded).recordedConnections
      .filter(({ connectionState }) => connectionState === "connected")
      .flatMap((connection) => connection.getSenders())
      .find((sender) => sender.track?.kind === wanted)?.track;
    return { id: track?.id ?? "", readyState: track?.readyState ?? "" };
  }, kind);
