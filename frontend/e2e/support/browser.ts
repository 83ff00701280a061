import { fileURLToPath } from "node:url";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { findCommand } from "../../../appliance/embedded/packages.ts";
import { recordConnections } from "./media.ts";
import { isInLab } from "./stack.ts";

const chosenPath = process.env["CHROMIUM_PATH"];
const wholePath = chosenPath ?? findCommand("chromium") ?? "chromium";
/** Chromium without the parts of its window, which cost a third of the processor and are looked at by no story. */
export const chromiumPath = chosenPath ?? findCommand("chromium-headless-shell") ?? wholePath;

/** Two of them side by side are two people: fake cameras differ by nothing, so give each its own browser where that matters.
    `more`: arguments of its own; the last of a name holds. `executablePath`: what starts it, e.g. in another network. `isAsking`: gives a camera only by permission, instead of to anybody; that is
    a part of the window, so it is the whole Chromium. */
export const startBrowser = async (
  more: readonly string[] = [],
  executablePath?: string,
  isAsking = false,
): Promise<Browser> => chromium.launch(await launching(more, executablePath, isAsking));

/** A browser that can be put to sleep, as when a laptop is closed: none of its processes gets a moment until it wakes. */
export const startSleeper = async () => {
  const server = await chromium.launchServer(await launching([], undefined, false));
  // It leads a group of its own.
  const signal = (name: NodeJS.Signals) => process.kill(-server.process().pid!, name);
  return {
    browser: await chromium.connect(server.wsEndpoint()),
    sleep: () => signal("SIGSTOP"),
    wake: () => signal("SIGCONT"),
    close: async () => {
      signal("SIGCONT");
      await server.close();
    },
  };
};

const launching = async (more: readonly string[], executablePath: string | undefined, isAsking: boolean) => ({
  executablePath: executablePath ?? (isAsking ? wholePath : chromiumPath),
  args: [
    "--use-fake-device-for-media-stream",
    ...(isAsking ? [] : ["--use-fake-ui-for-media-stream"]),
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-background-timer-throttling",
    "--disable-backgrounding-occluded-windows",
    "--disable-renderer-backgrounding",
    "--mute-audio",
    // Chromium's sandbox refuses to start as root, as in containers.
    ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    ...more,
    ...(isInLab ? await (await import("../../../appliance/lab/support/browser.ts")).browserArguments() : []),
  ],
});

export interface Person {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Faults of the page itself: a story ends by expecting none. */
  readonly faults: string[];
}

/** A person with a browser of their own: other cookies, other storage, Dutch. */
export const newPerson = async (browser: Browser, size = { width: 1280, height: 800 }): Promise<Person> => {
  const context = await browser.newContext({
    locale: "nl-BE",
    timezoneId: "Europe/Brussels",
    viewport: size,
    permissions: ["camera", "microphone"],
  });
  // The test runner's compiler calls this in functions that we send to the page.
  await context.addInitScript({ content: "globalThis.__name = (value) => value;" });
  await context.addInitScript(recordConnections);
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(`${error.name}: ${error.message}`));
  page.on("console", (message) => {
    if (/Content.Security.Policy/i.test(message.text())) faults.push(message.text());
  });
  // A page without its style is not only ugly: widths and edges are judged. No story takes one away.
  page.on("requestfailed", (request) => {
    const why = request.failure()?.errorText ?? "";
    if (request.resourceType() === "stylesheet" && why !== "net::ERR_ABORTED") faults.push(`${request.url()}: ${why}`);
  });
  page.on("response", (response) => {
    if (response.request().resourceType() === "stylesheet" && response.status() >= 400)
      faults.push(`${response.url()}: ${response.status()}`);
  });
  return { page, context, faults };
};

/** What each saw when a story failed, in frontend/screenshots. */
export const keepScreenshots = async (people: readonly Person[], title: string): Promise<void> => {
  for (const [index, { page, faults }] of people.entries()) {
    const path = fileURLToPath(
      new URL(`../../screenshots/${title.replace(/\W+/g, "-")}-${index + 1}.png`, import.meta.url),
    );
    await page.screenshot({ path, fullPage: true }).catch(() => undefined);
    console.error(`      ${page.url().replace(/\/[ah]\/.*/, "/…")}: ${path} ${faults.join("; ")}`);
  }
};
