import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";

/** With SHOTS=1: the whole page, in frontend/screenshots, for eyes. */
export const keepShot = async (page: Page, name: string): Promise<void> => {
  if (process.env["SHOTS"] !== "1") return;
  const path = fileURLToPath(new URL(`../../screenshots/${name}.png`, import.meta.url));
  await page.screenshot({ path, fullPage: true });
};
