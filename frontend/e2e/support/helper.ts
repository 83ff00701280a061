import type { Page } from "playwright-core";

const panel = "Wilt u dat iemand u helpt in het gesprek?";

/** Unfolds whom the citizen invited. */
export const openHelpers = async (page: Page): Promise<void> => {
  await page.getByText(panel, { exact: true }).click();
  await page.getByText("U kunt iemand uitnodigen om u te helpen.").waitFor();
};

/** Fills in the form and sends it; the link, as the page shows it. */
export const inviteHelper = async (page: Page, name: string, email = ""): Promise<string> => {
  await openHelpers(page);
  await page.getByLabel("Wie wilt u uitnodigen?").fill(name);
  await page.getByRole("radio", { name: "Familielid" }).check();
  await page.getByLabel(/E-mailadres van wie u helpt/).fill(email);
  await page.getByRole("checkbox", { name: /Deze persoon mag meekijken, meeluisteren en meepraten/ }).check();
  await page.getByRole("button", { name: "Nodig uit" }).click();
  await page.getByText(`${name} is uitgenodigd.`).waitFor();
  return page.getByLabel(`Link voor ${name}`).inputValue();
};

/** With the device check behind them, to the waiting room. */
export const comeAsHelper = async (page: Page, link: string): Promise<void> => {
  await page.goto(link);
  await page.getByRole("button", { name: "Naar de wachtkamer" }).click();
  await page.getByRole("heading", { name: "Wachtkamer" }).waitFor();
};
