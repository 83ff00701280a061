import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { build } from "vite";
import { ROOT } from "../../appliance/embedded/scene.ts";
import { report } from "../../backend/bench/figures.ts";
import { newPerson, startBrowser } from "../e2e/support/browser.ts";
import { admit, arrive, book, signIn } from "../e2e/support/counter.ts";
import { startOwnStack } from "../e2e/support/stack.ts";

/** The JavaScript that a real Chromium asks for on the way through each page, every file compressed by gzip -9; without /libs, the call library. */

const gzipped = (content: Buffer | string): number => gzipSync(content, { level: 9 }).length;

/** Every script that the page asked for since it began, each once. */
const watchScripts = (page: Page) => {
  const urls = new Set<string>();
  page.on("request", (request) => {
    const { pathname, origin } = new URL(request.url());
    const isScript = request.resourceType() === "script" || pathname.endsWith(".js");
    if (isScript && !pathname.startsWith("/libs/")) urls.add(`${origin}${pathname}`);
  });
  return {
    forget: () => urls.clear(),
    kilobytes: async () => {
      const bodies = await Promise.all(
        [...urls].map(async (url) => Buffer.from(await (await fetch(url)).arrayBuffer())),
      );
      return bodies.reduce((sum, body) => sum + gzipped(body), 0) / 1000;
    },
  };
};

/** The least that a page of this kind can be: Preact, built by the same Vite, with one heading. */
const barePage = async (): Promise<number> => {
  const parent = join(ROOT, ".balie");
  mkdirSync(parent, { recursive: true });
  const root = mkdtempSync(join(parent, "bare-page-"));
  try {
    writeFileSync(
      join(root, "index.html"),
      `<!doctype html><body><script type="module" src="/page.js"></script></body>`,
    );
    writeFileSync(
      join(root, "page.js"),
      `import { h, render } from "preact"; render(h("h1", null, "Balie"), document.body);`,
    );
    const modulePreload = { polyfill: false };
    await build({ root, configFile: false, logLevel: "error", build: { target: "es2022", modulePreload } });
    const assets = join(root, "dist/assets");
    const scripts = readdirSync(assets).filter((file) => file.endsWith(".js"));
    return scripts.reduce((sum, file) => sum + gzipped(readFileSync(join(assets, file))), 0) / 1000;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
};

const [stack, browser, bare] = [await startOwnStack(), await startBrowser(), await barePage()];
const weighed = (name: string, ours: number, atMost: number) =>
  report({
    name: `JavaScript of ${name}`,
    unit: "kB",
    ours,
    baseline: { of: "bare Preact page", figure: bare },
    budget: { of: "ours", atMost },
  });

try {
  const [citizen, clerk] = [(await newPerson(browser)).page, (await newPerson(browser)).page];
  const scripts = watchScripts(citizen);
  await citizen.goto(stack.publicUrl);
  await citizen.getByRole("button", { name: /Een zaal huren/ }).waitFor();
  weighed("the booking page, until the services show", await scripts.kilobytes(), 25);
  const name = "Dominique Maes";
  const link = await book(citizen, stack, { name, email: "dominique@example.org" }, "");
  weighed("the booking page, through to the booked appointment", await scripts.kilobytes(), 25);

  scripts.forget();
  await arrive(citizen, link);
  const consoleScripts = watchScripts(clerk);
  await signIn(clerk, stack);
  await admit(clerk, name);
  for (const page of [citizen, clerk]) await page.locator("li video").waitFor();
  weighed("the call page: appointment, device check, waiting room, call", await scripts.kilobytes(), 60);
  weighed("the console: signed in and in a call", await consoleScripts.kilobytes(), 100);
} finally {
  await browser.close();
  await stack.stop();
}
