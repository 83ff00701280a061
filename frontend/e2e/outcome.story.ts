import { expect } from "chai";
import type { Page } from "playwright-core";
import { button, heading } from "./support/roles.ts";
import { meet, setStage } from "./support/stage.ts";

/** A meeting is closed: its end, and what is written of it. */
describe("the end of a meeting and its outcome", function () {
  this.timeout(180_000);
  const stage = setStage();
  const askToEnd = (page: Page) => button(page, "Gesprek beëindigen").click();
  const sure = (page: Page) => button(page, "Beëindigen voor iedereen");

  it("an end that fails says so in its dialog, and there it is tried again", async () => {
    const { clerk, citizen, name } = await meet(stage, "Fien Faalt");
    const { page } = clerk;
    await page.route("**/end", (route) => route.abort());
    await askToEnd(page);
    await sure(page).click();
    const failure = page.getByRole("dialog").getByRole("alert");
    await failure.waitFor();
    await button(page, "Annuleren").click();
    await askToEnd(page);
    await sure(page).waitFor();
    expect(await failure.count(), "asked anew").to.equal(0);
    await sure(page).click();
    await failure.waitFor();
    await page.unroute("**/end");
    await sure(page).click();
    await heading(page, `Gesprek met ${name} afronden`).waitFor();
    await heading(citizen.page, "Het gesprek is afgelopen").waitFor();
  });
});
