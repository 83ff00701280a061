import type { Locator, Page } from "playwright-core";

/** What a screen reader finds by its role, and who looks too. */
export const button = (page: Page, name: string | RegExp): Locator => page.getByRole("button", { name });
export const heading = (page: Page, name: string | RegExp): Locator => page.getByRole("heading", { name });
