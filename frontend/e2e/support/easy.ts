import { expect } from "chai";
import type { BrowserContext, Page } from "playwright-core";
import { faultsOf } from "./axe.ts";

interface Spoken {
  readonly text: string;
  readonly lang: string;
  readonly voice: string;
  readonly isReal: boolean;
}
declare const window: Window & { spoken: Spoken[]; silences: number };

/** A simulation, for Debian's Chromium has no voice: one on the device and one that a maker's server would speak. What the page hands over is
    a real SpeechSynthesisUtterance; nothing sounds, and no utterance ends by itself. */
export const simulateVoices = (context: BrowserContext, language: string): Promise<unknown> =>
  context.addInitScript((lang) => {
    Object.assign(window, { spoken: [], silences: 0 });
    const voices = [
      { name: "of the maker", lang: `${lang}-XX`, localService: false },
      { name: "of the device", lang, localService: true },
    ];
    const chosen = new WeakMap<object, { name: string }>();
    Object.defineProperty(SpeechSynthesisUtterance.prototype, "voice", {
      get() {
        return chosen.get(this) ?? null;
      },
      set(voice) {
        chosen.set(this, voice);
      },
    });
    speechSynthesis.getVoices = () => voices as unknown as SpeechSynthesisVoice[];
    speechSynthesis.speak = (utterance) => {
      const { text, lang: spokenLang, voice } = utterance;
      window.spoken.push({
        text,
        lang: spokenLang,
        voice: voice?.name ?? "",
        isReal: utterance instanceof SpeechSynthesisUtterance,
      });
    };
    speechSynthesis.cancel = () => {
      window.silences++;
    };
  }, language);

export const spokenOn = (page: Page): Promise<readonly Spoken[]> => page.evaluate(() => window.spoken);
export const silencesOn = (page: Page): Promise<number> => page.evaluate(() => window.silences);

/** Reading stops with an effect of the page, a moment after what was clicked is drawn. */
export const waitForSilenceAfter = async (page: Page, silences: number): Promise<void> =>
  void (await page.waitForFunction((before) => window.silences > before, silences));

/** Buttons of the screen that can be seen, with their height, and whether each is the main one. */
export const buttonsOn = (page: Page) =>
  page.locator("main :is(button, a.utrecht-button)").evaluateAll((buttons) =>
    buttons
      .filter((each) => each.checkVisibility())
      .map((each) => {
        const { width, height } = each.getBoundingClientRect();
        const isMain = each.matches(".utrecht-button--primary-action:not(.utrecht-button--danger)");
        return { name: each.textContent?.trim() ?? "", width, height, isMain };
      }),
  );

export const letterSize = (page: Page): Promise<number> =>
  page
    .locator("main .balie-notice p")
    .first()
    .evaluate((each) => Number.parseFloat(getComputedStyle(each).fontSize));

/** 1280 pixels at 200 % are 640. */
export const zoomFaults = async (page: Page, name: string): Promise<string[]> => {
  await page.setViewportSize({ width: 640, height: 400 });
  const isTooWide = await page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  );
  await page.setViewportSize({ width: 1280, height: 800 });
  return isTooWide ? [`${name} at 200 %: scrolls sideways`] : [];
};

/** One easy screen: its one main button, big; nothing that can be pressed is small; axe, 360 and 320 pixels, 200 %. */
export const expectEasyScreen = async (page: Page, name: string, main: string): Promise<void> => {
  await page.locator("main .utrecht-button--primary-action").filter({ hasText: main }).waitFor();
  const buttons = await buttonsOn(page);
  expect(
    buttons.filter(({ isMain }) => isMain).map((each) => each.name),
    `${name}: main buttons`,
  ).to.deep.equal([main]);
  const [biggest] = buttons.filter(({ isMain }) => isMain);
  expect(biggest!.height, `${name}: height of ${main}`).to.be.at.least(64);
  for (const each of buttons) expect(each.height, `${name}: height of ${each.name}`).to.be.at.least(64);
  expect([...(await faultsOf(page, `easy-${name}`)), ...(await zoomFaults(page, name))].join("\n")).to.equal("");
};
