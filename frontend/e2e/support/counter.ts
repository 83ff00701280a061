import type { Cookie, Locator, Page } from "playwright-core";
import type { Stack } from "../../../appliance/embedded/stack.ts";
import type { Person } from "./browser.ts";
import { linkIn, waitForMail } from "./mail.ts";

/** What people do at the counter, by what they see: roles and names only. */

export interface Citizen {
  readonly name: string;
  readonly email: string;
}

/** Books the first free time, and answers the link from the confirmation mail. */
export const book = async (page: Page, stack: Stack, { name, email }: Citizen, question: string): Promise<string> => {
  await page.goto(stack.publicUrl);
  await page.getByRole("button", { name: /Een zaal huren/ }).click();
  await (await firstTime(page)).check();
  await page.getByRole("button", { name: "Verder" }).click();
  await page.getByLabel("Uw naam").fill(name);
  await page.getByLabel("Uw e-mailadres").fill(email);
  await page.getByLabel(/Wat is uw vraag/).fill(question);
  await page.getByRole("button", { name: "Verder" }).click();
  await page.getByRole("button", { name: "Maak de afspraak" }).click();
  await page.getByRole("heading", { name: "Uw afspraak is gemaakt" }).waitFor();
  return linkIn(await waitForMail(stack.mailUrl, email, /\/a\//));
};

/** The first free time that is still ahead when the booking is made: the very first may begin while somebody fills in the form. */
export const firstTime = async (page: Page): Promise<Locator> => {
  const times = page.getByRole("radio", { name: /^\d\d:\d\d/ });
  const begins = Date.parse(await times.first().inputValue());
  return times.nth(begins < Date.now() + 60_000 ? 1 : 0);
};

/** The second day that has free times: the first may be today, whose times begin, or run out, while somebody books. */
export const chooseAnotherDay = (page: Page): Promise<void> =>
  page
    .getByRole("radio", { name: /vrije tijden/ })
    .nth(1)
    .check();

/** Through the device check into the waiting room. */
export const arrive = async (page: Page, link: string): Promise<void> => {
  await page.goto(link);
  await page.getByRole("button", { name: "Naar de wachtkamer" }).click();
  await page.getByRole("button", { name: "Test camera en microfoon" }).click();
  await page.getByText("Goed zo, we horen u.").waitFor();
  await page.getByRole("button", { name: "Naar de wachtkamer" }).click();
  await page.getByRole("heading", { name: "Wachtkamer" }).waitFor();
};

export const signIn = async (page: Page, stack: Stack): Promise<void> => {
  await page.goto(`${stack.publicUrl}/console`);
  await page.getByLabel("E-mailadres").fill(stack.clerk.email);
  await page.getByLabel("Wachtwoord").fill(stack.clerk.password);
  await page.getByRole("button", { name: "Aanmelden" }).click();
  await page.getByRole("heading", { name: /^Wachtrij/ }).waitFor();
};

/** At the queue: signs in the first time, and brings the session along later, for signing in is rate limited. */
export const openConsole = async ({ page, context }: Person, stack: Stack, session: Cookie[]): Promise<void> => {
  if (session.length === 0) {
    await signIn(page, stack);
    session.push(...(await context.cookies()));
    return;
  }
  await context.addCookies(session);
  await page.goto(`${stack.publicUrl}/console`);
  await page.getByRole("heading", { name: /^Wachtrij/ }).waitFor();
};

export const admit = (page: Page, name: string): Promise<void> =>
  page.getByRole("button", { name: `Laat ${name} binnen` }).click();

export const say = async (page: Page, text: string): Promise<void> => {
  const open = page.getByRole("button", { name: /Chat openen/ });
  if (await open.isVisible()) await open.click();
  await page.getByLabel("Uw bericht").fill(text);
  await page.getByRole("button", { name: "Verstuur" }).click();
  await page.getByRole("log").getByText(text).waitFor();
};
