import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { keepShot } from "./shots.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];
const desk = { width: 1280, height: 800 };
const phone = { width: 360, height: 740 };
const smallest = { width: 320, height: 640 };
/** What a desk of 1280 by 800 has left at a zoom of 200 %. */
const zoomed = { width: 640, height: 400 };

interface AxeResults {
  violations: { id: string; nodes: { target: unknown[]; failureSummary?: string }[] }[];
}
declare const window: Window & { axe?: { run: (root: Document, options: object) => Promise<AxeResults> } };

/** What is wrong with the page as it stands: by axe and by its width, on a desk and on a phone; by its width at 200 % and at 320 px; in forced colours, and for
    who wants no motion. And pictures of it when SHOTS=1. */
export const faultsOf = async (page: Page, name: string): Promise<string[]> => {
  const faults: string[] = [];
  for (const size of [desk, phone]) {
    await page.setViewportSize(size);
    faults.push(...(await axeFaults(page)).map((fault) => `${name} at ${size.width}: ${fault}`));
    faults.push(...(await overflow(page)).map((fault) => `${name} at ${size.width}: ${fault}`));
    await keepShot(page, `${name}-${size.width}`);
  }
  for (const size of [zoomed, smallest]) {
    await page.setViewportSize(size);
    const found = [...(await overflow(page)), ...(await cutText(page))];
    faults.push(...found.map((fault) => `${name} at ${size.width}: ${fault}`));
  }
  await page.setViewportSize(desk);
  faults.push(...(await withMedia(page, { forcedColors: "active" }, unbounded)).map((each) => `${name}: ${each}`));
  faults.push(...(await withMedia(page, { reducedMotion: "reduce" }, moving)).map((each) => `${name}: ${each}`));
  return faults;
};

const withMedia = async (
  page: Page,
  media: NonNullable<Parameters<Page["emulateMedia"]>[0]>,
  look: (page: Page) => Promise<string[]>,
): Promise<string[]> => {
  await page.emulateMedia(media);
  const found = await look(page);
  await page.emulateMedia({ forcedColors: null, reducedMotion: null });
  return found;
};

/** In forced colours a control is told from text by its edge alone (WCAG 1.4.11; CSS Color Adjustment 1). */
const unbounded = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const hasEdge = (each: Element) => {
      const { borderTopWidth, borderTopStyle, appearance } = getComputedStyle(each);
      return (Number.parseFloat(borderTopWidth) > 0 && borderTopStyle !== "none") || appearance === "auto";
    };
    return [...document.querySelectorAll("button, input, select, textarea")]
      .filter((each) => each.checkVisibility({ visibilityProperty: true }) && !hasEdge(each))
      .map((each) => `no edge in forced colours: ${each.outerHTML.slice(0, 120)}`);
  });

const moving = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    document
      .getAnimations()
      .filter(({ playState }) => playState === "running")
      .map(
        (each) => `moves: ${((each.effect as KeyframeEffect | null)?.target ?? document.body).outerHTML.slice(0, 120)}`,
      ),
  );

/** Words that a box cuts off: they can be reached by no scrolling. */
const cutText = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll("button, a, label, legend, p, h1, h2, h3, dt, dd, summary, strong")]
      .filter((each) => {
        if (!each.checkVisibility({ visibilityProperty: true }) || each.closest(".balie-only-heard")) return false;
        const { overflowX, overflowY } = getComputedStyle(each);
        const isCut = (how: string, all: number, seen: number) =>
          (how === "hidden" || how === "clip") && all > seen + 1;
        return (
          isCut(overflowX, each.scrollWidth, each.clientWidth) || isCut(overflowY, each.scrollHeight, each.clientHeight)
        );
      })
      .map((each) => `cut off: ${each.outerHTML.slice(0, 120)}`),
  );

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
