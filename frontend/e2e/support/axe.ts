import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { keepShot } from "./shots.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];
const desk = { width: 1280, height: 800 };
const phone = { width: 360, height: 740 };
const smallest = { width: 320, height: 640 };

interface AxeResults {
  violations: { id: string; nodes: { target: unknown[]; failureSummary?: string }[] }[];
}
declare const window: Window & { axe?: { run: (root: Document, options: object) => Promise<AxeResults> } };

/** What is wrong with the page as it stands, by axe and by its width, on a desk and on a phone; and a picture of it when SHOTS=1. */
export const faultsOf = async (page: Page, name: string): Promise<string[]> => {
  const faults: string[] = [];
  for (const size of [desk, phone]) {
    await page.setViewportSize(size);
    faults.push(...(await axeFaults(page)).map((fault) => `${name} at ${size.width}: ${fault}`));
    faults.push(...(await overflow(page)).map((fault) => `${name} at ${size.width}: ${fault}`));
    await keepShot(page, `${name}-${size.width}`);
  }
  await page.setViewportSize(smallest);
  faults.push(...(await overflow(page)).map((fault) => `${name} at ${smallest.width}: ${fault}`));
  await page.setViewportSize(desk);
  return faults;
};

const axeFaults = async (page: Page): Promise<string[]> => {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe);
  const { violations } = await page.evaluate(
    (runOnly) => window.axe!.run(document, { runOnly, resultTypes: ["violations"] }),
    tags,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")}: ${failureSummary}`),
  );
};

/** Whatever reaches past the right edge; what scrolls within a box of its own does not count. */
const overflow = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return [];
    const wide = [...document.querySelectorAll("body *")].filter(
      (each) => each.getBoundingClientRect().right > root.clientWidth + 1,
    );
    return [`scrolls sideways: ${wide.slice(0, 3).map((each) => each.outerHTML.slice(0, 120))}`];
  });
