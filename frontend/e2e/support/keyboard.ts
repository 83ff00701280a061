import type { Page } from "playwright-core";
import { until } from "../../../backend/test/until.ts";

type Role = "button" | "link" | "radio" | "checkbox" | "textbox" | "combobox";

/** A person who has only Tab, Enter, Space and the arrows. */
export interface Keyboard {
  /** Tabs on until this has the focus; at every stop on the way the focus must show. */
  to(role: Role, name: string | RegExp): Promise<void>;
  press(role: Role, name: string | RegExp, key?: "Enter" | "Space"): Promise<void>;
  type(name: string | RegExp, text: string): Promise<void>;
  arrow(key: "ArrowDown" | "ArrowUp"): Promise<void>;
  /** After a step has changed: the focus is somewhere on the page, and not lost. */
  expectFocus(): Promise<void>;
  expectFocusOn(role: Role, name: string | RegExp): Promise<void>;
  readonly stops: number;
}

const mostStops = 80;

export const keyboardOf = (page: Page): Keyboard => {
  let stops = 0;
  const to = async (role: Role, name: string | RegExp) => {
    const wanted = page.getByRole(role, { name }).first();
    await wanted.waitFor();
    for (let stop = 0; stop < mostStops; stop++) {
      if (await wanted.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press("Tab");
      stops++;
      const fault = await page.evaluate(focusFault);
      if (fault) throw new Error(`on the way to ${role} ${name}: ${fault}`);
    }
    throw new Error(`${role} ${name} is not reached by Tab`);
  };
  return {
    to,
    async press(role, name, key = "Enter") {
      await to(role, name);
      await page.keyboard.press(key);
    },
    async type(name, text) {
      await to("textbox", name);
      await page.keyboard.type(text);
    },
    arrow: (key) => page.keyboard.press(key),
    async expectFocus() {
      await until(`the focus is kept on ${page.url().replace(/\/[ah]\/.*/, "/…")}`, () =>
        page.evaluate(() => document.activeElement !== null && document.activeElement !== document.body),
      );
    },
    async expectFocusOn(role, name) {
      await until(`the focus is on ${role} ${name}`, () =>
        page.getByRole(role, { name }).evaluate((element) => element === document.activeElement),
      );
    },
    get stops() {
      return stops;
    },
  };
};

/** Past the last stop the browser itself has the focus, and the page's is at the body. A radio button's frame shows it for the button. */
const focusFault = (): string | null => {
  const focused = document.activeElement;
  if (!focused || focused === document.body) return null;
  const shown = [focused, focused.parentElement].some((each) => {
    if (!each) return false;
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(each);
    return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 && !/, 0\)$/.test(outlineColor);
  });
  const box = focused.getBoundingClientRect();
  if (!shown) return `no visible focus: ${focused.outerHTML.slice(0, 200)}`;
  const isOnScreen = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  return isOnScreen ? null : `the focus is off the screen: ${focused.outerHTML.slice(0, 200)}`;
};
